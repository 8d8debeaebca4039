import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { LongText } from '../../json-schema/long-text.ts'
import { errors } from '../../model/api-error.ts'

/** Bytes of a piece. */
const PIECE = 1 << 16

/**
 * Reads a body as a text, piece by piece as it comes. Rejects with a 413 ApiError for more bytes than it may have, and 400 for
 * one that breaks off.
 * @param declared how many bytes it says that it has.
 */
export function bodyText(body: Readable, limit: number, declared?: string): Promise<LongText> {
  const decoder = new StringDecoder('utf8')
  // However small it comes, it is held in few pieces.
  const held = Buffer.allocUnsafe(Math.min(Number(declared ?? PIECE) || 0, PIECE) || 1)
  const pieces: string[] = []
  let [length, end] = [0, 0]
  return new Promise((resolve, reject) => {
    const take = (bytes: Buffer) => {
      length += bytes.length
      if (length > limit) return fail(errors.tooLarge(limit))
      for (let at = 0; at < bytes.length;) {
        const taken = bytes.copy(held, end, at)
        at += taken
        end += taken
        if (end < held.length) continue
        pieces.push(decoder.write(held))
        end = 0
      }
    }
    const finish = () => {
      leave()
      pieces.push(decoder.end(held.subarray(0, end)))
      resolve(new LongText(pieces))
    }
    const breakOff = () => fail(errors.badRequest('The request body breaks off.'))
    const fail = (error: Error) => {
      leave()
      reject(error)
    }
    const leave = () => void body.off('data', take).off('end', finish).off('error', breakOff)
    if (Number(declared) > limit) return fail(errors.tooLarge(limit))
    body.on('data', take).on('end', finish).on('error', breakOff)
  })
}
