// Module guest-files: the files on a machine's disks, made up where they are looked at. The same machine always has the same.
import { days, hours } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'

/** What is asked of chance, which this room does not open: a whole number, always the same at an address. */
type DrawNumber = (min: number, max: number, ...address: readonly string[]) => number

/** A machine as it was when it was backed up. */
export interface Guest {
  readonly machine: string
  readonly at: Instant
  readonly draw: DrawNumber
  /** What it is looked at as; guessed by its name if not given. */
  readonly os?: 'Windows' | 'Linux'
}

export interface GuestFile {
  readonly name: string
  readonly size: number
  readonly owner: string
  readonly modified: Instant
}

export interface Folder {
  readonly folders: readonly string[]
  readonly files: readonly GuestFile[]
}

/** A folder by the names that lead to it, the disks' own for none; undefined if there is none. */
export function folderAt(guest: Guest, path: readonly string[]): Folder | undefined {
  const isThere = path.every((name, depth) => foldersIn(guest, path.slice(0, depth)).includes(name))
  if (!isThere) return undefined
  return { folders: foldersIn(guest, path), files: filesIn(guest, path) }
}

/** The file that a path leads to; undefined if there is none. */
export const fileAt = (guest: Guest, path: readonly string[]): GuestFile | undefined =>
  folderAt(guest, path.slice(0, -1))?.files.find(({ name }) => name === path.at(-1))

/** The names in what stands in a path below the disks. */
export const namesIn = (filepath: string): readonly string[] => filepath.split('/').filter((name) => name !== '')

/** A path as Hrefs have it. As the real server does: the colon of a disk stays (documented). */
export const writtenPath = (path: readonly string[]): string =>
  path.map((name) => encodeURIComponent(name).replaceAll('%3A', ':')).join('/')

/** A path as the machine spells it: Windows does not care for upper and lower case. */
export function spelledOn(guest: Guest, path: readonly string[]): readonly string[] {
  if (isLinux(guest)) return path
  const spelled: string[] = []
  for (const name of path) {
    const names = [...foldersIn(guest, spelled), ...filesIn(guest, spelled).map((it) => it.name)]
    spelled.push(names.find((it) => it.toLowerCase() === name.toLowerCase()) ?? name)
  }
  return spelled
}

export const isLinux = ({ machine, os }: Pick<Guest, 'machine' | 'os'>): boolean =>
  os === undefined ? looksLikeLinux(machine) : os === 'Linux'

const looksLikeLinux = (machine: string): boolean =>
  /^(lx|linux|oracle|nginx)|web|proxy|cache|queue|build|git|\bci|-ci|wiki/i.test(machine)

const linux: Readonly<Record<string, readonly string[]>> = {
  '': ['etc', 'home', 'opt', 'srv', 'usr', 'var'],
  etc: ['cron.d', 'ssh', 'systemd'],
  home: ['admin', 'backup', 'deploy'],
  opt: ['app'],
  srv: ['data', 'www'],
  usr: ['local', 'share'],
  var: ['lib', 'log', 'spool'],
}
const windows: Readonly<Record<string, readonly string[]>> = {
  '': ['C:', 'E:'],
  'C:': ['Documents', 'inetpub', 'Logs', 'ProgramData', 'Users'],
  'C:/Users': ['Administrator', 'Public', 'service'],
  'C:/Users/Administrator': ['Desktop', 'Documents', 'Downloads'],
  'E:': ['Archive', 'Data', 'Shares'],
  'E:/Shares': ['Finance', 'Projects', 'Sales'],
}
const topics = ['2024', '2025', 'archive', 'config', 'exports', 'imports', 'reports', 'templates']

const deepest = 5

function foldersIn(guest: Guest, path: readonly string[]): readonly string[] {
  const known = (isLinux(guest) ? linux : windows)[path.join('/')]
  if (known !== undefined) return known
  if (path.length >= deepest) return []
  const address = addressOf(guest, path)
  // Each level has fewer of them.
  return topics.filter((name) => guest.draw(0, path.length + 2, ...address, name, 'folder') === 0)
}

const stems = ['Budget', 'Contract', 'Delivery', 'Inventory', 'Invoice', 'Minutes', 'Offer', 'Plan']
const endings = {
  linux: ['conf', 'csv', 'gz', 'json', 'log', 'sh', 'sql', 'txt'],
  windows: ['bak', 'csv', 'docx', 'log', 'pdf', 'pptx', 'txt', 'xlsx'],
} as const

function filesIn(guest: Guest, path: readonly string[]): readonly GuestFile[] {
  // The disks of Windows lie in no folder.
  if (path.length === 0) return []
  const address = addressOf(guest, path)
  const family = isLinux(guest) ? 'linux' : 'windows'
  const count = path.length === 1 ? guest.draw(0, 2, ...address) : guest.draw(3, 16, ...address)
  return Array.from({ length: count }, (_, n) => {
    const pick = (from: readonly string[], what: string) =>
      from[guest.draw(0, from.length - 1, ...address, String(n), what)] ?? ''
    const stem = pick(stems, 'stem')
    const ending = pick(endings[family], 'ending')
    const name = `${family === 'linux' ? stem.toLowerCase() : stem}${n + 1}.${ending}`
    return fileOf(guest, [...path, name], name)
  }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A file as it was then: some are written every few hours, some every few years. */
function fileOf(guest: Guest, path: readonly string[], name: string): GuestFile {
  const address = addressOf(guest, path)
  const period = name.endsWith('.log')
    ? hours(guest.draw(2, 24, ...address, 'period'))
    : days(guest.draw(5, 700, ...address, 'period'))
  const phase = guest.draw(0, 100_000, ...address, 'phase') * 1e6
  const modified = guest.at - ((((guest.at - phase) % period) + period) % period)
  const [owner = '', another = ''] = isLinux(guest) ? ['root', 'admin'] : ['Administrators', 'SYSTEM']
  return {
    name,
    size: guest.draw(1, 4000, ...address, 'size') * guest.draw(128, 4096, ...address, 'scale'),
    owner: guest.draw(0, 3, ...address, 'owner') === 0 ? another : owner,
    modified: modified - (modified % 1e6),
  }
}

const addressOf = ({ machine }: Guest, path: readonly string[]) => ['guest', machine, ...path]
