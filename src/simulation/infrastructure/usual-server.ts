/** What a backup server is where nobody says otherwise (recorded on 12). */
export const usualServer = { Port: 9392, Version: '12.3.2.4465', WcfPort: 9405 } as const
