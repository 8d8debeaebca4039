import { guestIn } from '../../simulation/backups/guest-in.ts'
import { guestOf, mountTypes, rootOfMount, type MountType } from '../../simulation/backups/mounts.ts'
import { namesIn } from '../../guest-files/tree.ts'
import { readCount } from '../../query/read-count.ts'
import {
  describeDownload,
  describeGuestFiles,
  guestFileRoot,
  guestFilesRoot,
  type AskedFiles,
} from '../../documents/guest-files.ts'
import { catalogVmRestorePoint } from '../../resources/index.ts'
import type { Answer } from '../../wire/answer.ts'
import { entityRoute } from './entity-route.ts'
import { valueOfParameter } from '../../query/parameters.ts'
import { sessionRoute, type SessionContext, reading, unreadBut } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import type { Routes } from './routes.ts'

/** Adds the files of machines: those that are indexed, and those in mounts. */
export function addGuestRoutes(routes: Routes): void {
  const add = (url: string, isFile: boolean, describe: (context: SessionContext) => Answer) =>
    routes.route({
      method: reading,
      url,
      config: { contract: { kind: 'files', roots: [guestFileRoot, guestFilesRoot], isFile } },
      handler: sessionRoute(describe),
    })
  for (const below of ['', '/*'])
    add(`${entityRoute(catalogVmRestorePoint)}/guestfs${below}`, false, (context) =>
      describeGuestFiles({ ...inCatalog(context), ...asked(context) }),
    )
  for (const type of mountTypes)
    add(`${entityRoute(type)}/*`, true, (context) => describeMounted({ ...inMount(context, type), ...asked(context) }))
}

type Place = Pick<AskedFiles, 'guest' | 'root'>

function inCatalog(context: SessionContext): Place {
  const { id, up, Name: machine, BackupDateUTC: at } = rowOf(context, catalogVmRestorePoint)
  const here = catalogVmRestorePoint.path.replace(/\{\w+\}/, up.CatalogVm ?? '')
  return {
    guest: guestIn(context.world.simulation, { machine, at }),
    root: `/${here}/${id}/guestfs`,
  }
}

function inMount(context: SessionContext, type: MountType): Place {
  const mount = rowOf(context, type)
  return { guest: guestOf(context.world.simulation, mount), root: rootOfMount(type, mount) }
}

/** What is mounted is there for one logon session: nothing of it may be remembered for others. */
const describeMounted = (asked: AskedFiles): Answer =>
  asked.action?.toLowerCase() === 'download'
    ? describeDownload(asked)
    : { ...describeGuestFiles(asked), isLasting: false }

/** Reads what is wanted of the files. Throws a 400 ApiError for a number that is none. */
function asked(context: SessionContext): Omit<AskedFiles, 'guest' | 'root'> {
  const { parameters, request } = context
  const { '*': rest = '' } = request.params as { readonly '*'?: string }
  context.unread = unreadBut(parameters, 'action', 'page', 'pagesize')
  return {
    path: namesIn(rest),
    action: valueOfParameter(parameters, 'action'),
    page: readCount('page', valueOfParameter(parameters, 'page')),
    pageSize: readCount('pageSize', valueOfParameter(parameters, 'pagesize')),
  }
}
