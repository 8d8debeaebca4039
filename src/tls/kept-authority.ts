// An authority that is made once: where it is kept, and what becomes of one that cannot be used.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pem } from './tls.ts'

/** One that is to last no longer than this, in milliseconds, is made anew. */
const LEAST = 30 * 24 * 60 * 60 * 1000
/** So often another that begins at once may come first. */
const MOST_TRIES = 100

/** Where files are, below the folder that is asked for. */
const files = { folder: 'ca', cert: 'cert.pem', key: 'key.pem' } as const

/**
 * The authority that a folder holds. If it holds none that can be used, one is made and kept there, with its key for its
 * owner alone; of two that are made at once the first stays.
 * @param tell is told, in a sentence, of one that cannot be used, and of a folder in which nothing can be kept.
 */
export async function keptAuthority(
  folder: string,
  now: Date,
  make: () => Promise<Pem>,
  tell: (sentence: string) => void,
): Promise<Pem> {
  const place = join(folder, files.folder)
  const found = await find(place, now)
  if ('pem' in found) return found.pem
  if (found.wrong !== undefined)
    tell(`${place}: ${found.wrong} Another authority takes its place; clients have to trust that.`)
  const made = await make()
  try {
    return await keep(folder, place, made, now)
  } catch (error) {
    const reason = (error as Error).message.replace(/\.$/, '')
    tell(
      `The authority behind the certificate cannot be kept in ${folder}: ${reason}. It lasts until the server ends; --tls-dir names another folder, or "off".`,
    )
    return made
  }
}

type Found = { readonly pem: Pem } | { readonly wrong: string | undefined }

async function find(place: string, now: Date): Promise<Found> {
  let pem: Pem
  try {
    const [cert, key] = await Promise.all([files.cert, files.key].map((name) => readFile(join(place, name), 'utf8')))
    pem = { cert: cert ?? '', key: key ?? '' }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return {
      wrong: code === 'ENOENT' || code === 'ENOTDIR' ? undefined : `${message.replace(/\.$/, '')}.`,
    }
  }
  try {
    const read = new X509Certificate(pem.cert)
    const key = createPrivateKey(pem.key)
    const [begin, end] = [new Date(read.validFrom), new Date(read.validTo)]
    if (!read.checkPrivateKey(key)) return { wrong: `The key in ${files.key} is not that of ${files.cert}.` }
    if (!read.ca) return { wrong: `${files.cert} may not sign others.` }
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return { wrong: `${files.key} is no EC key on P-256.` }
    if (begin > now) return { wrong: `${files.cert} is valid from ${begin.toISOString()} only.` }
    if (end.getTime() - now.getTime() < LEAST)
      return { wrong: `${files.cert} is valid until ${end.toISOString()} only.` }
    return { pem }
  } catch (error) {
    return { wrong: `There is no authority in it: ${(error as Error).message}.` }
  }
}

/** Puts an authority in its place, unless another has come there meanwhile that can be used. */
async function keep(folder: string, place: string, made: Pem, now: Date): Promise<Pem> {
  await mkdir(folder, { recursive: true })
  const beside = await mkdtemp(join(folder, '.ca-'))
  try {
    const next = join(beside, 'next')
    await mkdir(next)
    await writeFile(join(next, files.key), made.key, { mode: 0o600 })
    await writeFile(join(next, files.cert), made.cert)
    for (let tries = 0; ; tries++) {
      try {
        await rename(next, place)
        return made
      } catch (error) {
        const found = await find(place, now)
        if ('pem' in found) return found.pem
        if (tries === MOST_TRIES) throw error
        await makeRoom(place, join(beside, 'last'), now)
      }
    }
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

/**
 * Moves away what cannot be used. Whoever marks it first does, and nobody else: so what is moved is never what another has
 * put in its place meanwhile.
 */
async function makeRoom(place: string, away: string, now: Date): Promise<void> {
  const mark = join(place, 'replaced')
  try {
    await mkdir(mark)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOENT') return
    // A file, where a folder is to be, takes no mark.
    if (code !== 'ENOTDIR') throw error
  }
  if ('pem' in (await find(place, now))) await rmdir(mark)
  else await rename(place, away)
}
