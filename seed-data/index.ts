// The door of seed-data: scenarios by name, and the words that they are told in.
import type { Scenario } from './scenario.ts'
import { allGreenScenario } from './scenarios/all-green.ts'
import { badNightScenario } from './scenarios/bad-night.ts'
import { defaultScenario } from './scenarios/default.ts'
import { docsScenario } from './scenarios/docs.ts'
import { emptyScenario } from './scenarios/empty.ts'
import { largeScenario } from './scenarios/large.ts'
import { repoFullScenario } from './scenarios/repo-full.ts'
import { serverOfflineScenario } from './scenarios/server-offline.ts'
import { serviceProviderScenario } from './scenarios/service-provider.ts'

export type * from './scenario.ts'
export { operatingSystems } from './vocabulary/computers.ts'
export { failures } from './vocabulary/failures.ts'
export { habits } from './vocabulary/habits.ts'
export { machineRoles } from './vocabulary/names.ts'

export const scenarios: Readonly<Record<string, Scenario>> = {
  default: defaultScenario,
  docs: docsScenario,
  empty: emptyScenario,
  large: largeScenario,
  'service-provider': serviceProviderScenario,
  'all-green': allGreenScenario,
  'bad-night': badNightScenario,
  'repo-full': repoFullScenario,
  'server-offline': serverOfflineScenario,
}
