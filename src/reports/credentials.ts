import { days } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import { refuse } from '../model/refusal.ts'
import type { EntityOf } from '../model/resource.ts'
import { list, moment, text, type Shape } from '../model/shape.ts'
import { backupServer, fileServer, managedServer } from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'

type Server = EntityOf<typeof backupServer>
type Host = EntityOf<typeof managedServer>
type Share = EntityOf<typeof fileServer>

/** What is asked of chance, which this room does not open. */
export interface Draws {
  readonly idOf: (type: string, ...name: readonly string[]) => string
  /** A whole number from `min` to `max`, always the same at an address. */
  readonly integer: (min: number, max: number, ...address: readonly string[]) => number
}

interface Asked {
  readonly store: Store
  readonly now: Instant
  readonly draws: Draws
}

/** What a server keeps that it never tells. */
interface Secret {
  /** Its place below the server. */
  readonly path: string
  readonly type: string
  readonly element: string
  readonly shape: Shape
  readonly listed: Shape
  readonly of: (asked: Asked, server: Server) => readonly { readonly Id: string }[]
}

export const secrets: readonly Secret[] = [
  {
    path: 'credentials',
    // As the real server does: the type and the element have different names, of passwords too (documented).
    type: 'Credentials',
    ...shapesOf('CredentialsInfo', {
      Id: text(),
      Username: text(),
      Description: text(),
      // As the real server does: it is there and always empty (documented).
      Password: text(),
    }),
    of: credentialsOf,
  },
  {
    path: 'passwords',
    type: 'PasswordKey',
    ...shapesOf('PasswordKeyInfo', { Id: text(), Hint: text(), LastModificationDate: moment() }),
    of: passwordsOf,
  },
]

function shapesOf(element: string, fields: Parameters<typeof resourceShape>[0]) {
  const shape = resourceShape(fields)
  return { element, shape, listed: list(element, shape) }
}

/** One for each kind of thing that the server logs on to. */
function credentialsOf({ store, draws }: Asked, server: Server) {
  const { id } = server
  const domain = (server.Name.split('.')[1] ?? server.Name).toUpperCase()
  const hosts = [...store.table<Host>(managedServer.name)].filter((it) => it.up.BackupServer === id)
  const hasHost = (...types: readonly string[]) =>
    hosts.some(({ ManagedServerType: type }) => types.includes(type))
  // Jobs name the credentials of shares.
  const hasShare = [...store.table<Share>(fileServer.name)].some(
    ({ up, SmbServerOptions: options }) => up.BackupServer === id && options !== undefined,
  )
  const kinds = [
    ['windows', true, `${domain}\\svc-backup`, 'Windows servers'],
    ['linux', hasHost('Linux'), 'root', 'Linux servers'],
    ['vmware', hasHost('VC', 'ESXi'), 'backup@vsphere.local', 'VMware vSphere'],
    ['hyperv', hasHost('HvCluster', 'HvServer'), `${domain}\\svc-hyperv`, 'Microsoft Hyper-V'],
    ['shares', hasShare, `${domain}\\svc-shares`, 'File shares'],
  ] as const
  return kinds.flatMap(([kind, isNeeded, Username, Description]) =>
    isNeeded
      ? { Id: draws.idOf('Credentials', id, kind), Username, Description, Password: '' }
      : [],
  )
}

const hints = ['Backup files', 'Configuration backup', 'Off-site copies'] as const
const LIFETIME = days(90)

/** They are changed every ninety days, each on a day of its own. */
function passwordsOf({ now, draws }: Asked, { id }: Server) {
  return hints.slice(0, draws.integer(1, hints.length, id, 'passwords')).map((Hint) => {
    const phase = draws.integer(0, LIFETIME / days(1) - 1, id, 'password', Hint)
    const since = days(phase) + days(draws.integer(9 * 60, 17 * 60, id, 'changed', Hint)) / 1440
    const LastModificationDate = since + Math.floor((now - since) / LIFETIME) * LIFETIME
    return { Id: draws.idOf('PasswordKey', id, Hint), Hint, LastModificationDate }
  })
}

/** `GET /backupServers/{id}/credentials`, `GET /backupServers/{id}/passwords`. */
export const describeSecrets = (secret: Secret, asked: Asked, server: Server): Answer => ({
  kind: 'document',
  name: `${secret.element}List`,
  shape: secret.listed,
  value: secret.of(asked, server).map((each) => asResource(secret, server, each)),
})

/** One of them. Throws a 404 refusal if the server has no such thing. */
export function describeSecret(secret: Secret, asked: Asked, server: Server, id: string): Answer {
  const found = secret.of(asked, server).find(({ Id }) => Id === id)
  if (found === undefined) throw refuse.notFound(secret.type, id)
  const value = asResource(secret, server, found)
  return { kind: 'document', name: secret.element, shape: secret.shape, value }
}

function asResource(
  { path, type: Type }: Secret,
  { id, Name }: Server,
  members: { readonly Id: string },
) {
  const up = `/${backupServer.path}/${id}`
  const Href = `${up}/${path}/${members.Id}`
  return {
    ...members,
    Links: [
      { Rel: 'Up', Href: `${up}?format=Entity`, Name, Type: backupServer.name },
      { Rel: 'Edit', Href, Type },
      { Rel: 'Delete', Href, Type },
    ],
    Href,
    Type,
  }
}
