import { errors } from '../model/api-error.ts'
import type { EntityOf } from '../model/resource.ts'
import { attribute, list, onlyJson, struct, text } from '../model/shape.ts'
import { hierarchyRoot, objectInJob } from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import type { Answer, Root } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'

type HierarchyRoot = EntityOf<typeof hierarchyRoot>
type ObjectInJob = EntityOf<typeof objectInJob>

export const lookupServiceRoot: Root = { name: 'LookupSvc', shape: resourceShape({}) }
const urn = `urn:veeam:${hierarchyRoot.name}:`

/** `GET /api/lookupSvc`: what every root can be asked for. @param sessionId the asking logon session. */
export const lookupService = (store: Store, sessionId: string): Answer => ({
  kind: 'document',
  ...lookupServiceRoot,
  value: {
    Links: [
      { Rel: 'Up', Href: `/logonSessions/${sessionId}`, Type: 'LogonSession' },
      ...[...store.table<HierarchyRoot>(hierarchyRoot.name)].flatMap(({ id, HostType }) =>
        (HostType === 'VC' ? ['Vm', 'Tag', 'StoragePod'] : ['Vm']).map((type) => ({
          Rel: 'Down',
          Href: `/lookup?host=${urn}${id}&name=*&type=${type}`,
          Type: `${ITEM}List`,
        })),
      ),
    ],
    Href: '/lookupSvc',
    Type: 'LookupService',
  },
})

interface HierarchyItem {
  readonly ObjectRef: string
  readonly ObjectType: string
  readonly ObjectName: string
}

const ITEM = 'HierarchyItem'
/** What is found. */
export const lookupRoot: Root = {
  name: `${ITEM}s`,
  shape: list(
    ITEM,
    struct({
      ObjectRef: text(),
      ObjectType: text(),
      ObjectName: text(),
      Links: onlyJson(null),
      Href: onlyJson(null),
      Type: attribute(text()),
    }),
  ),
}

/** The words of a lookup, by their names in lower case: a reference, or a host with a name and a type. */
interface AskedFiles {
  readonly hierarchyref: string | undefined
  readonly host: string | undefined
  readonly name: string | undefined
  readonly type: string | undefined
}

/**
 * `GET /api/lookup`: of the virtual infrastructure, what jobs hold or once held. Throws a 400 ApiError for no host or an
 * unknown one. @param spare what no job holds any more.
 */
export function lookUp(
  store: Store,
  asked: AskedFiles,
  spare: readonly { readonly uid: string; readonly name: string }[],
): Answer {
  const { hierarchyref } = asked
  const fits = hierarchyref === undefined ? fitting(store, asked) : isAt(hierarchyref)
  const value = itemsIn(store, spare)
    .filter(fits)
    .map((item) => ({ ...item, Type: ITEM }))
  return { kind: 'document', isLasting: true, ...lookupRoot, value }
}

const isAt =
  (ref: string) =>
  ({ ObjectRef }: HierarchyItem): boolean =>
    ObjectRef.toLowerCase() === ref.toLowerCase()

/** A name or type that is not given is any. */
function fitting(store: Store, { host, name = '*', type = '*' }: AskedFiles) {
  const root = rootOf(store, host)
  const isNamed = wildcard(name)
  const isTyped = wildcard(type)
  return ({ ObjectRef, ObjectType, ObjectName }: HierarchyItem): boolean =>
    ObjectRef.split(':')[3]?.startsWith(`${root}.`) === true && isTyped(ObjectType) && isNamed(ObjectName)
}

function rootOf(store: Store, host: string | undefined): string {
  if (host === undefined || host === '')
    throw errors.badRequest(
      `A lookup needs a host, as in lookup?host=${urn}<id>&name=*&type=Vm. GET /api/lookupSvc lists them.`,
    )
  const id = host.toLowerCase().replace(urn.toLowerCase(), '')
  const root = store.table<HierarchyRoot>(hierarchyRoot.name).get(id)
  if (root !== undefined) return root.id
  throw errors.badRequest(`There is no host ${host.slice(0, 200)} to look up in. GET /api/lookupSvc lists them.`)
}

/** Whether a text is like the pattern, where `*` is anything; upper and lower case are alike (documented by an example). */
function wildcard(pattern: string): (text: string) => boolean {
  const [first = '', ...others] = pattern.toLowerCase().split('*')
  const last = others.pop()
  return (given) => {
    const text = given.toLowerCase()
    if (last === undefined) return text === first
    if (!text.startsWith(first)) return false
    let from = first.length
    for (const part of others) {
      const at = text.indexOf(part, from)
      if (at === -1) return false
      from = at + part.length
    }
    return text.endsWith(last) && text.length - last.length >= from
  }
}

/** Every machine that jobs hold, each once, in the order of the jobs; then those that jobs held once. */
function itemsIn(store: Store, spare: Parameters<typeof lookUp>[2]): readonly HierarchyItem[] {
  const held = [...store.table<ObjectInJob>(objectInJob.name)]
  const all = [...held.map(({ HierarchyObjRef, Name }) => ({ uid: HierarchyObjRef, name: Name })), ...spare]
  const found = new Map<string, HierarchyItem>()
  for (const { uid, name } of all) {
    const ObjectType = uid.split(':')[2] ?? ''
    if (!found.has(uid)) found.set(uid, { ObjectRef: uid, ObjectType, ObjectName: name })
  }
  return [...found.values()]
}
