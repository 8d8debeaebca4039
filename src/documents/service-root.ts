// Module documents: documents that are computed when asked for. Reads, never writes.
import { enterpriseManagerShape } from '../wire/documents.ts'
import type { Answer, Root } from '../wire/answer.ts'

export const enterpriseManagerRoot: Root = {
  name: 'EnterpriseManager',
  shape: enterpriseManagerShape,
}

/** `GET /api/`: where a client starts, the only document that needs no logon (recorded on 12 and 13). */
export const serviceRoot = (versions: readonly string[]): Answer => ({
  kind: 'document',
  ...enterpriseManagerRoot,
  value: {
    SupportedVersions: versions.map((version) => ({
      Links: [{ Rel: 'Create', Href: `/sessionMngr/?v=${version}`, Type: 'LogonSession' }],
      Name: version,
    })),
    Links: [
      { Rel: 'Down', Href: '/logonSessions', Type: 'LogonSessionList' },
      { Rel: 'Create', Href: '/sessionMngr/?v=latest', Type: 'LogonSession' },
    ],
  },
})
