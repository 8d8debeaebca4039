import { refuse } from '../model/refusal.ts'
import type { Resource } from '../model/resource.ts'
import { attribute, href, list, struct, text } from '../model/shape.ts'
import type { Answer } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'

const directory = struct({
  Path: text(),
  Name: text(),
  Href: attribute(href()),
  Type: attribute(text()),
})
const mount = resourceShape({ FSRoots: list('DirectoryEntry', directory, 'DirectoryEntries') })

/** What a mount of the type's points is called, such as `VmRestorePointMount`; none if they cannot be mounted. */
export function mountOf({ path, links }: Resource): string | undefined {
  const down = links.find((link) => link.rel === 'Down' && link.path === `/${path}/{id}/mounts`)
  return down?.type?.replace(/List$/, '')
}

/** `GET …/mounts`: there is none before it is made in the same logon session. */
export const describeMounts = (name: string): Answer => ({
  kind: 'document',
  isLasting: true,
  name: `${name}s`,
  shape: list(name, mount),
  value: [],
})

/** `GET …/mounts/{id}` and below. Throws a 404 refusal: nothing has been mounted. */
export function describeMount(name: string, id: string): Answer {
  throw refuse.notFound(name, id)
}
