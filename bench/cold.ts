// What it costs to write an entity whose text is not remembered.
import { makeSimulation } from '../src/seed/make-simulation.ts'
import type { Language } from '../src/wire/representation.ts'
import { RowCache } from '../src/wire/row-cache.ts'
import { median, type Figure } from './figures.ts'

const ROUNDS = 60
/** The first rounds, in which the code is not compiled yet, do not count. */
const WARM_UP = 20
const MOST_ROWS = 500
const BASE = 'http://127.0.0.1:9399/api'
/** What the pages of the other parts are made of. */
const TYPICAL = 'BackupJobSession'
const languages: Readonly<Record<string, Language>> = { XML: 'xml', JSON: 'v12' }

export function cold(): Promise<readonly Figure[]> {
  const simulation = makeSimulation({
    scenario: 'default',
    seed: 1,
    database: 'postgresql',
    pace: 'frozen',
  })
  simulation.catchUp()
  const { store } = simulation
  const texts = () =>
    new RowCache(
      (type, id) => store.nameOf(type, id),
      () => store.epoch,
    )
  const figures = Object.entries(languages).flatMap(([name, language]) =>
    store.resources.flatMap((resource): Figure | readonly Figure[] => {
      const rows = [...store.table(resource.name)].slice(-MOST_ROWS)
      if (rows.length === 0) return []
      const times = Array.from({ length: ROUNDS }, () => {
        const read = texts().reader(resource, 'entity', language, BASE)
        const begun = performance.now()
        for (const row of rows) read(row)
        return ((performance.now() - begun) / rows.length) * 1000
      })
      const read = texts().reader(resource, 'entity', language, BASE)
      const length = median(rows.map((row) => read(row).length))
      return {
        what: `${resource.name}, ${name}`,
        ours: `of ${String(length)} bytes`,
        value: median(times.slice(WARM_UP)),
        unit: ' µs',
        ...(resource.name === TYPICAL && { target: { atMost: 10 } }),
      }
    }),
  )
  return Promise.resolve(figures)
}
