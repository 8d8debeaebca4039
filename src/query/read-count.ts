import { errors } from '../model/api-error.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'

/** The schema's xs:int. */
const LARGEST = 2 ** 31 - 1

/** A whole number from 1 up; undefined if there is none. Throws a 400 ApiError for all else. */
export function readCount(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const count = /^\d+$/.test(value) ? Number(value) : 0
  if (count >= 1 && count <= LARGEST) return count
  throw errors.badRequest(`Found ${name}=${quoteBriefly(value)}; it is a whole number from 1 to ${LARGEST}.`)
}
