import type { Scenario } from '../scenario.ts'

export const emptyScenario = {
  name: 'empty',
  says: 'Enterprise Manager on the day it was installed: no backup server has been added, so every list is empty.',
  servers: [],
} satisfies Scenario
