// A copy of the project, and what is new in it.
import { cpSync, mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { emptyFolder, root } from '../package/packed.ts'

/** What is made from the sources, or is not the project's. */
const made = /^(.*\/)?(node_modules|dist|coverage|\.git|\.build-[^/]*)$/

const added = join(import.meta.dirname, 'added')

/** The new files, by their paths in the project. */
export const newFiles: readonly string[] = filesIn(added)

/** An entry where there is no file of its own for it: the text that it comes behind, and what it says. */
export interface Entry {
  readonly file: string
  /** Stands there once; the end of the file if not given. */
  readonly behind?: string
  readonly text: string
}

/** Copies the project without what is made from it, and adds the new files and entries. @returns the folder. */
export function copyWith(entries: readonly Entry[]): string {
  const copy = emptyFolder('trial')
  const isSource = (path: string) => !made.test(relative(root, path).split(sep).join('/'))
  cpSync(root, copy, { recursive: true, filter: isSource })
  symlinkSync(realpathSync(join(root, 'node_modules')), join(copy, 'node_modules'), 'junction')
  for (const file of newFiles) {
    mkdirSync(join(copy, file, '..'), { recursive: true })
    cpSync(join(added, file), join(copy, file), { force: false, errorOnExist: true })
  }
  for (const entry of entries) add(join(copy, entry.file), entry)
  return copy
}

function add(path: string, { file, behind, text }: Entry): void {
  const before = readFileSync(path, 'utf8')
  const parts = behind === undefined ? [before, ''] : before.split(behind)
  if (parts.length !== 2)
    throw new Error(
      `Found ${JSON.stringify(behind)} ${parts.length - 1} times in ${file}; expected it once, to add an entry behind it.`,
    )
  writeFileSync(path, parts.join((behind ?? '') + text))
}

/** Every file below a folder, by its path there, with what it says. */
export const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort()
}
