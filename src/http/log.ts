type Level = 'info' | 'debug' | 'warn' | 'error'

/** What is told to people on stderr. It never carries passwords, tokens or cookies: callers hand it names, paths and numbers. */
export interface Log {
  readonly isDebug: boolean
  readonly isSilent: boolean
  tell(level: Level, message: string, facts?: Readonly<Record<string, unknown>>): void
}

const silent: Log = { isDebug: false, isSilent: true, tell: () => undefined }

/** A log through pino, which is loaded when there is first something to tell. */
export function openLog(level: 'silent' | 'info' | 'debug'): Log {
  if (level === 'silent') return silent
  let opened: ReturnType<typeof openPino> | undefined
  return {
    isDebug: level === 'debug',
    isSilent: false,
    tell(to, message, facts = {}) {
      opened ??= openPino(level)
      // A log that cannot be opened must not stop what it was to report.
      void opened.then(
        (pino) => pino[to](facts, message),
        () => undefined,
      )
    },
  }
}

async function openPino(level: 'info' | 'debug') {
  const { default: pino } = await import('pino')
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))
}
