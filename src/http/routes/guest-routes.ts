import { guestIn } from '../../simulation/backups/guest-in.ts'
import { guestOf, mountTypes, rootOfMount, type MountType } from '../../simulation/backups/mounts.ts'
import { namesIn } from '../../guest-files/tree.ts'
import { readCount } from '../../query/read-count.ts'
import {
  describeDownload,
  describeGuestFiles,
  guestFileRoot,
  guestFilesRoot,
  type Asked,
} from '../../documents/guest-files.ts'
import { catalogVmRestorePoint } from '../../resources/index.ts'
import type { Answer } from '../../wire/answer.ts'
import { entityRoute } from './entity-route.ts'
import { valueOf } from '../../query/parameters.ts'
import { knownOnly, type KnownAsk, reading, unreadBut } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import type { Routes } from './routes.ts'

/** Adds the files of machines: those that are indexed, and those in mounts. */
export function addGuestRoutes(routes: Routes): void {
  const add = (url: string, isFile: boolean, describe: (ask: KnownAsk) => Answer) =>
    routes.route({
      method: reading,
      url,
      config: { promised: { kind: 'files', roots: [guestFileRoot, guestFilesRoot], isFile } },
      handler: knownOnly(describe),
    })
  for (const below of ['', '/*'])
    add(`${entityRoute(catalogVmRestorePoint)}/guestfs${below}`, false, (ask) =>
      describeGuestFiles({ ...inCatalog(ask), ...asked(ask) }),
    )
  for (const type of mountTypes)
    add(`${entityRoute(type)}/*`, true, (ask) => describeMounted({ ...inMount(ask, type), ...asked(ask) })) // prettier-ignore
}

type Place = Pick<Asked, 'guest' | 'root'>

function inCatalog(ask: KnownAsk): Place {
  const { id, up, Name: machine, BackupDateUTC: at } = rowOf(ask, catalogVmRestorePoint)
  const here = catalogVmRestorePoint.path.replace(/\{\w+\}/, up.CatalogVm ?? '')
  return {
    guest: guestIn(ask.world.simulation, { machine, at }),
    root: `/${here}/${id}/guestfs`,
  }
}

function inMount(ask: KnownAsk, type: MountType): Place {
  const mount = rowOf(ask, type)
  return { guest: guestOf(ask.world.simulation, mount), root: rootOfMount(type, mount) }
}

/** What is mounted is there for one logon session: nothing of it may be remembered for others. */
const describeMounted = (asked: Asked): Answer =>
  asked.action?.toLowerCase() === 'download'
    ? describeDownload(asked)
    : { ...describeGuestFiles(asked), isLasting: false }

/** Reads what is wanted of the files. Throws a 400 refusal for a number that is none. */
function asked(ask: KnownAsk): Omit<Asked, 'guest' | 'root'> {
  const { parameters, request } = ask
  const { '*': rest = '' } = request.params as { readonly '*'?: string }
  ask.unread = unreadBut(parameters, 'action', 'page', 'pagesize')
  return {
    path: namesIn(rest),
    action: valueOf(parameters, 'action'),
    page: readCount('page', valueOf(parameters, 'page')),
    pageSize: readCount('pageSize', valueOf(parameters, 'pagesize')),
  }
}
