import { editable } from '../../model/body.ts'
import { errors } from '../../model/api-error.ts'
import { ignored, struct, text } from '../../model/shape.ts'
import { credentialsInfoSpec } from '../../resources/infrastructure/credentials-info-spec.ts'
import { passwordKeyInfoSpec } from '../../resources/infrastructure/password-key-info-spec.ts'
import { backupServer, credentials, passwords } from '../../resources/index.ts'
import { action, editOf, type Action } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { merge } from '../core/merge.ts'
import { reachedServer } from './referred.ts'
import { tableOf } from '../core/table-of.ts'
import { userOf } from './user-of.ts'
import type { Simulation } from '../core/simulation.ts'

const logons = '/backupServers/{BackupServer}/credentials'
const keys = '/backupServers/{BackupServer}/passwords'

/** What the page calls the body of a new password, or the document as it was read; the password itself is not kept. */
const passwordEdit = {
  name: 'PasswordKeyInfoSpec',
  names: ['PasswordKeyInfoSpec', 'PasswordKeyInfo'],
  shape: struct({ ...editable(passwords.fields, { Hint: true }), Password: ignored(text()) }),
  isPartial: true,
} as const

/** What backup servers log on with, and the passwords of backups (em_rest backupservers_id_creds…). No password is kept. */
export const credentialsActions: readonly Action[] = [
  action({
    method: 'POST', path: logons, action: 'create', status: 201,
    body: { name: 'CredentialsInfoSpec', shape: credentialsInfoSpec() },
    act: ({ simulation, body: { Username = '', Description = '' }, ...doing }) => {
      const { id: server } = reachedServer(simulation, doing.row(backupServer).id)
      const Id = freshId(simulation, credentials, server, Username, Description)
      const up = { BackupServer: server }
      tableOf(simulation, credentials).add({ id: Id, up, Id, Username, Description, Password: '' })
      return { made: `/backupServers/${server}/credentials/${Id}` }
    },
  }),
  action({
    method: 'PUT', path: `${logons}/{Credentials}`, body: editOf(credentials, { Username: true, Description: true }),
    act: ({ simulation, body, ...doing }) => {
      reachedServer(simulation, doing.row(backupServer).id)
      const row = doing.row(credentials)
      tableOf(simulation, credentials).replace(merge(row, body))
      return {}
    },
  }),
  action({
    method: 'DELETE', path: `${logons}/{Credentials}`,
    check: ({ simulation, ...doing }) => {
      const { id, Username } = doing.row(credentials)
      refuseUsed(simulation, doing.row(backupServer).id, id, `The credentials "${Username}"`)
    },
    act: ({ simulation, ...doing }) => {
      tableOf(simulation, credentials).remove(doing.row(credentials).id)
      return {}
    },
  }),
  action({
    method: 'POST', path: keys, action: 'create', status: 201,
    body: { name: 'PasswordKeyInfoSpec', shape: passwordKeyInfoSpec() },
    check: ({ body }) => {
      if (body.Password === '') throw errors.badRequest('The Password is empty.')
    },
    act: ({ simulation, body: { Hint = '' }, ...doing }) => {
      const { id: server } = reachedServer(simulation, doing.row(backupServer).id)
      const Id = freshId(simulation, passwords, server, Hint)
      const up = { BackupServer: server }
      tableOf(simulation, passwords).add({ id: Id, up, Id, Hint, LastModificationDate: simulation.now() })
      return { made: `/backupServers/${server}/passwords/${Id}` }
    },
  }),
  action({
    method: 'PUT', path: `${keys}/{Passwords}`,
    body: passwordEdit,
    act: ({ simulation, body, ...doing }) => {
      reachedServer(simulation, doing.row(backupServer).id)
      const row = doing.row(passwords)
      const LastModificationDate = simulation.now()
      tableOf(simulation, passwords).replace({ ...merge(row, body), LastModificationDate })
      return {}
    },
  }),
  action({
    method: 'DELETE', path: `${keys}/{Passwords}`,
    check: ({ simulation, ...doing }) => {
      const { id, Hint } = doing.row(passwords)
      refuseUsed(simulation, doing.row(backupServer).id, id, `The password "${Hint}"`)
    },
    act: ({ simulation, ...doing }) => {
      tableOf(simulation, passwords).remove(doing.row(passwords).id)
      return {}
    },
  }),
] // prettier-ignore

/** Throws a 400 ApiError if something of the server needs it (em_rest delete_backupservers_id_creds_id). */
function refuseUsed(simulation: Simulation, server: string, id: string, what: string): void {
  reachedServer(simulation, server)
  const user = userOf(simulation, server, id)
  if (user !== undefined) throw errors.badRequest(`${what} cannot be deleted: ${user.type} "${user.name}" uses it.`)
}
