// `npm run bench`, or only some parts: `npm run bench -- start cold`.
import { withAutocannon } from './with-autocannon.ts'
import { cold } from './cold.ts'
import { printFigures, type Figure } from './figures.ts'
import { life } from './life.ts'
import { memory } from './memory.ts'
import { queries } from './queries.ts'
import { start } from './start.ts'
import { throughput } from './throughput.ts'

interface Part {
  readonly title: string
  readonly measure: () => Promise<readonly Figure[]>
}

const parts: Readonly<Record<string, Part>> = {
  throughput: { title: 'Throughput: answers a second over HTTP', measure: throughput },
  autocannon: { title: 'The same through autocannon', measure: withAutocannon },
  cold: { title: 'Cold: writing an entity whose text is not remembered', measure: cold },
  query: { title: 'Query: filter, newest first, page of 100', measure: queries },
  start: { title: 'Start: from spawn to an answer', measure: start },
  life: { title: 'Life: letting the world go on', measure: life },
  memory: { title: 'Memory', measure: memory },
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in parts))
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}; the parts are ${Object.keys(parts).join(', ')}.`)
  process.exit(64)
}
for (const [name, { title, measure }] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) printFigures(title, await measure())
