import { finish, workOf, type Sliced } from '../clock/sliced.ts'
import { isTooDeep, saysTooDeep } from './depth.ts'
import type { Judging, Path } from './check.ts'

/**
 * Has what is no text any more checked, as `readText` does. The place is said as a path, such as `rows.Job[3].Name`.
 * @param called what it is called there.
 */
export const readValue = (value: unknown, called: string, judging: Judging): unknown =>
  finish(readingValue(value, called, judging))

/** As `readValue`, as work in slices. */
export function* readingValue(value: unknown, called: string, { check, fail }: Judging): Sliced<unknown> {
  if (isTooDeep(value)) throw fail(`${called}: ${saysTooDeep}`)
  const complaint = yield* workOf(() => check(value))
  if (complaint === undefined) return value
  throw fail(`${called}${pathWord(complaint.path)}: ${complaint.says}`)
}

const pathWord = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
