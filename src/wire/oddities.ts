import { errors, type ApiError } from '../model/api-error.ts'

/** So many are named of one body. */
const MOST = 50

/**
 * What a body says that EM's reader does not know, or may lose: unknown, twice, out of order, in another case. EM passes
 * over it (four published clients depend on that), so it is named for the test's author; `--strict` refuses it.
 */
export class Oddities {
  readonly isStrict: boolean
  /** Where each of them stands: `JobCloneSpec/Order`, `JobCloneSpec/@xsd`. */
  readonly paths: string[] = []

  constructor(isStrict: boolean) {
    this.isStrict = isStrict
  }

  /** Takes note of one. Throws a 400 ApiError if they are refused. @param path where it stands. @param place where that is looked at. */
  tell(path: string, place: string, what: string): void {
    this.passOver(path, () => refuseAt(place, what))
  }

  /** As `tell`, for what has an error of its own. */
  readonly passOver = (path: string, error: () => ApiError): void => {
    if (this.isStrict) throw error()
    this.note(path)
  }

  /** Takes note of where something is that would have been refused already. */
  note(path: string): void {
    if (this.paths.length < MOST && !this.paths.includes(path)) this.paths.push(path)
  }
}

/** A 400 ApiError that names the place in a body. */
export const refuseAt = (place: string, what: string): ApiError =>
  errors.badRequest(`The body is not acceptable: at ${place}, ${what}.`)

/** The one of some names that a name means, in whatever case; undefined if none. */
export const namedAs = (names: readonly string[], name: string): string | undefined =>
  names.find((each) => each === name) ?? names.find((each) => each.toLowerCase() === name.toLowerCase())

/** A name of a client's as messages show it. */
export const shown = (name: string): string => name.slice(0, 100)
