// What is wrong with what the program was told, as sentences with an exit code.
import { nearest } from '../text/nearest.ts'
import type { Refused } from './option-values.ts'

export const exitCodes = {
  failed: 1,
  usage: 64,
  badData: 65,
  portInUse: 69,
  badSettings: 78,
} as const

export interface Problem {
  readonly text: string
  readonly exitCode: number
}

export function problem(text: string, exitCode: number): { readonly problem: Problem } {
  return { problem: { text, exitCode } }
}

/** A command line that cannot be understood. */
export function usage(text: string): { readonly problem: Problem } {
  return problem(text, exitCodes.usage)
}

/** What was found for an option, what was expected, and the nearest that would do. */
export function sentence(name: string, { found, expected, nearest: near }: Refused): string {
  const guess = near === undefined ? '' : ` Did you mean ${near}?`
  return `${name} "${found}": expected ${expected}.${guess}`
}

/**
 * ` Did you mean …?`, or nothing. Prefixes and case do not count; and a part of the name that is right comes before the
 * closest spelling: --port is --http-port, not --host.
 */
export function nearestOption(found: string, known: readonly string[]): string {
  const word = plain(found)
  const close = nearest(word, known.map(plain))
  const near =
    known.find((name) => plain(name).split('-').includes(word)) ?? known.find((name) => plain(name) === close)
  return near === undefined ? '' : ` Did you mean ${near}?`
}

function plain(name: string): string {
  const bare = name.replace(/^(--?|MOCK_EM_)/, '').replaceAll('_', '-')
  return bare.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}
