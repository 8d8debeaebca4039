// Generated from seed-data by `npm run generate`. Do not edit.
/** The scenarios that are built in. */
export const scenarioNames = [
  'default',
  'docs',
  'empty',
  'large',
  'service-provider',
  'all-green',
  'bad-night',
  'repo-full',
  'server-offline',
] as const
