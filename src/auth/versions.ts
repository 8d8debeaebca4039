/** What an API version shows: up to v1_5 the logon document lacks what came later (recorded on 12, em_rest of 10). */
const supportedVersions = ['v1_5', 'v1_6', 'v1_7'] as const
/** What servers before 10 spoke; old clients look for them. */
const legacyVersions = ['v1_2', 'v1_3', 'v1_4'] as const
const NEWEST = 'v1_7'

/** The versions a server lists, oldest first. */
export const versionsOf = (hasLegacy: boolean): readonly string[] =>
  hasLegacy ? [...legacyVersions, ...supportedVersions] : supportedVersions

/**
 * The version that is meant by the values of `v` in a logon: the first that is given; none, or `latest`, is the newest.
 * Those that are not listed any more are taken too: nine published clients ask for them.
 * @returns undefined if it is none.
 */
export function readVersion(values: readonly string[]): string | undefined {
  const asked = values.find((value) => value !== '')?.toLowerCase() ?? 'latest'
  return asked === 'latest' ? NEWEST : versionsOf(true).find((version) => version === asked)
}

/** Whether only old clients still ask for it. */
export const isLegacy = (version: string): boolean => legacyVersions.some((each) => each === version)

export const isBefore1_6 = (version: string): boolean => version < 'v1_6'
