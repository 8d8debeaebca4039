import {
  attribute,
  enumeration,
  hidden,
  href,
  list,
  dateTime,
  struct,
  text,
  type Members,
  type Row,
} from '../../model/shape.ts'

/** A disk, or whatever else stands at the top of a machine's files. */
const root = struct({
  Path: text(),
  Name: text(),
  Href: attribute(href()),
  Type: attribute(text()),
})

/** What every mount has, whatever its point is of. */
export const mount = () => ({
  FSRoots: list('DirectoryEntry', root, 'DirectoryEntries'),
  /** Its place among the mounts of its logon session, which stands in paths. */
  Number: hidden(text()),
  /** As tasks call it: `<id of the point>@<number>`. */
  Name: hidden(text()),
  /** As what the machine's files are shown. */
  OsKind: hidden(enumeration('Windows', 'Linux')),
  Machine: hidden(text()),
  MachineTime: hidden(dateTime()),
})

/** A mount of any type of point, whose id stands in the role of that type. */
export type MountRow = Row & Members<ReturnType<typeof mount>>
