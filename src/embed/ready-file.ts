// Where a server answers, for programs: one line of JSON, told on stdout and kept in a file.
import { readFile, rename, rm, writeFile } from 'node:fs/promises'

/** Where a server is told that has the option `--ready-file`. */
export interface ReadyFile {
  /** Writes the line, all of it at once for whoever reads: beside the file, and renamed. */
  write(line: string): Promise<void>
  /** Removes the file, if it is still this server's. */
  remove(): Promise<void>
}

/**
 * Removes what an earlier server has left there, so that nobody takes it for this one. Rejects with a SettingsError for a
 * file that cannot be removed, and later for one that cannot be written.
 */
export async function openReadyFile(path: string, pid: number): Promise<ReadyFile> {
  const tried = async (act: Promise<void>) => {
    try {
      await act
    } catch (error) {
      const { message } = error as Error
      const sentence = `--ready-file ${path} cannot be written: ${message.replace(/\.$/, '')}.`
      throw Object.assign(new Error(sentence), { name: 'SettingsError' })
    }
  }
  await tried(rm(path, { force: true }))
  let written = ''
  return {
    write: (line) => {
      written = `${line}\n`
      const beside = `${path}.${String(pid)}`
      return tried(writeFile(beside, written).then(() => rename(beside, path)))
    },
    remove: async () => {
      const found = await readFile(path, 'utf8').catch(() => undefined)
      if (found === written) await rm(path, { force: true })
    },
  }
}
