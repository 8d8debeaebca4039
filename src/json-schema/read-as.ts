import { check } from './check.ts'
import { readValue } from './read-value.ts'
import type { JsonShape } from './kinds.ts'
import { errors } from '../model/api-error.ts'

/**
 * What a program says, if it is of a shape; the caller says what that is in TypeScript. Throws a 400 ApiError that says
 * where it is not, what was found, and what was expected.
 * @param called what it is called there.
 */
export const readAs = <T>(given: unknown, shape: JsonShape, called: string): T =>
  readValue(given, called, {
    check: (value) => check(value, shape),
    fail: (sentence) => errors.badRequest(sentence),
  }) as T
