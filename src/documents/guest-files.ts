import { bytesOf } from '../guest-files/bytes.ts'
import {
  fileAt,
  folderAt,
  isLinux,
  spelledOn,
  writtenPath,
  type Folder,
  type Guest,
  type GuestFile,
} from '../guest-files/tree.ts'
import { pageLinks, pagesCount, type PagePlace } from '../model/paging.ts'
import { errors } from '../model/api-error.ts'
import {
  attribute,
  href,
  links,
  list,
  dateTime,
  numeric,
  onlyJson,
  optional,
  struct,
  text,
  type Link,
} from '../model/shape.ts'
import type { Answer, Root } from '../wire/answer.ts'
import { pagingInfo, resourceShape } from '../wire/documents.ts'

/** What of a folder is listed, as `?action=` says. */
const listings = {
  listAll: { isOfFolders: true, isOfFiles: true, pageSize: 100 },
  listDirs: { isOfFolders: true, isOfFiles: false, pageSize: 10 },
  listFiles: { isOfFolders: false, isOfFiles: true, pageSize: 10 },
} as const

export interface AskedFiles {
  readonly guest: Guest
  /** Where its disks are, below `/api`. */
  readonly root: string
  readonly path: readonly string[]
  readonly action: string | undefined
  readonly page: number | undefined
  readonly pageSize: number | undefined
}

/** As the real server does: these roots and what is in a root folder have less than a resource has (documented). */
const nameless = { Href: onlyJson(null), Type: onlyJson(null) }
const own = { Links: links(), Href: attribute(href()), Type: attribute(text()) }
const fileShape = resourceShape({
  Path: text(),
  Name: text(),
  Size: numeric(),
  Owner: text(),
  ModifiedDateUTC: dateTime(),
})
const folderShape = struct({ Path: optional(text()), Name: optional(text()), ...own })
export const guestFileRoot: Root = {
  name: 'FileSystemEntry',
  shape: struct({
    FileEntry: optional(fileShape),
    DirectoryEntry: optional(folderShape),
    Links: onlyJson(null),
    ...nameless,
  }),
}
export const guestFilesRoot: Root = {
  name: 'FileSystemEntries',
  shape: struct({
    Files: list('FileEntry', fileShape, 'FileEntries'),
    Directories: list('DirectoryEntry', folderShape, 'DirectoryEntries'),
    PagingInfo: optional(pagingInfo),
    Links: links(),
    ...nameless,
  }),
}

/**
 * `GET …/guestfs` or a mount, and below: a file, a folder, or what is in a folder. Throws ApiErrors: 404 for what is not there, 400
 * for an unknown action or the listing of a file.
 */
export function describeGuestFiles(asked: AskedFiles): Answer {
  const { guest, root, action } = asked
  const path = spelledOn(guest, asked.path)
  const place = { guest, root, path }
  const folder = folderAt(guest, path)
  if (action === undefined) return describeEntry(place, folder)
  const found = Object.keys(listings).find((it) => it.toLowerCase() === action.toLowerCase())
  if (found === undefined)
    throw errors.badRequest(
      `Found action=${action.slice(0, 100)}; a folder answers ${Object.keys(listings).join(', ')}.`,
    )
  if (folder !== undefined) return describeListing(place, folder, found as keyof typeof listings, asked)
  existing(place)
  throw errors.badRequest(`${path.join('/')} is a file, which has no ${found}.`)
}

/** `GET …?action=download` of a file: its bytes. Throws ApiErrors: 404 for what is not there, 400 for a folder. */
export function describeDownload({ guest, root, path: asked }: Place): Answer {
  const path = spelledOn(guest, asked)
  if (folderAt(guest, path) !== undefined)
    throw errors.badRequest(`${path.join('/')} is a folder; only files can be downloaded.`)
  const file = existing({ guest, root, path })
  return { kind: 'file', name: file.name, bytes: bytesOf(guest, path, file) }
}

type Place = Pick<AskedFiles, 'guest' | 'root' | 'path'>

const describeEntry = (place: Place, folder: Folder | undefined): Answer => ({
  kind: 'document',
  isLasting: true,
  ...guestFileRoot,
  value:
    folder === undefined ? { FileEntry: fileEntry(place, existing(place)) } : { DirectoryEntry: folderEntry(place) },
})

/** The file that a path leads to. Throws a 404 ApiError if there is none. */
function existing({ guest, path }: Place): GuestFile {
  const file = fileAt(guest, path)
  if (file === undefined) throw errors.notFound('FileSystemEntry', path.join('/').slice(0, 200))
  return file
}

function describeListing(
  place: Place,
  { folders, files }: Folder,
  action: keyof typeof listings,
  asked: AskedFiles,
): Answer {
  const { isOfFolders, isOfFiles, pageSize: usual } = listings[action]
  const within = (name: string): Place => ({ ...place, path: [...place.path, name] })
  const all = [
    ...(isOfFolders ? folders.map((name) => ({ folder: folderEntry(within(name)) })) : []),
    ...(isOfFiles ? files.map((file) => ({ file: fileEntry(within(file.name), file) })) : []),
  ]
  const isPaged = asked.page !== undefined || asked.pageSize !== undefined
  const { page = 1, pageSize = usual } = asked
  const shown = isPaged ? all.slice((page - 1) * pageSize, page * pageSize) : all
  return {
    kind: 'document',
    isLasting: true,
    ...guestFilesRoot,
    value: {
      Files: shown.flatMap((it) => ('file' in it ? it.file : [])),
      Directories: shown.flatMap((it) => ('folder' in it ? it.folder : [])),
      ...(isPaged && {
        PagingInfo: pagingOf(place, action, { page, pageSize, total: all.length }),
      }),
      // As the real server does: this leads to the folder itself (documented by an example).
      Links: [{ Rel: 'Up', Href: hrefOf(place), Type: FOLDER }],
    },
  }
}

function pagingOf(place: Place, action: string, shown: PagePlace): object {
  const before = `${hrefOf(place)}?action=${action}&pageSize=${shown.pageSize}&page=`
  return {
    Links: pageLinks(shown, (page) => before + String(page)),
    PageNum: shown.page,
    PageSize: shown.pageSize,
    PagesCount: pagesCount(shown),
  }
}

const FILE = 'FileEntry'
const FOLDER = 'DirectoryEntry'

function fileEntry(place: Place, { name, size, owner, modified }: GuestFile) {
  const Href = hrefOf(place)
  return {
    Path: pathOf(place),
    Name: name,
    Size: size,
    Owner: owner,
    ModifiedDateUTC: modified,
    Links: [{ Rel: 'Restore', Href: `${Href}?action=restore` }],
    Href,
    Type: FILE,
  }
}

function folderEntry(place: Place) {
  const Href = hrefOf(place)
  const down = (Type: string, query: string): Link => ({ Rel: 'Down', Href: Href + query, Type })
  return {
    ...(place.path.length > 0 && { Path: pathOf(place), Name: place.path.at(-1) }),
    Links: [
      down('FileSystemItemsList', '?action=listAll'),
      down(`${FILE}List`, '?action=listFiles&pageSize=10&page=1'),
      down(`${FOLDER}List`, '?action=listDirs&pageSize=10&page=1'),
    ],
    Href,
    Type: FOLDER,
  }
}

const pathOf = ({ guest, path }: Place): string => `${isLinux(guest) ? '/' : ''}${path.join('/')}`

const hrefOf = ({ root, path }: Place): string => `${root}/${writtenPath(path)}`
