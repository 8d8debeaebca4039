// What it costs to write an entity whose text is not remembered: `npx tsx bench/cold.ts`.
import type { Figure } from './figures.ts'
import { median } from './figures.ts'
import { resolveOptions } from '../src/options.ts'
import { makeWorld } from '../src/seed/make-world.ts'
import type { Language } from '../src/wire/representation.ts'
import { Texts } from '../src/wire/texts.ts'

const ROUNDS = 60
const ROWS = 500
const languages: Readonly<Record<string, Language>> = { XML: 'xml', JSON: 'v12' }

export async function cold(): Promise<readonly Figure[]> {
  const { store } = await makeWorld({ ...resolveOptions({}), now: undefined, pace: 'frozen' })
  const measured = Object.entries(languages).flatMap(([name, language]) =>
    store.resources.flatMap((resource) => {
      const rows = [...store.table(resource.name)].slice(-ROWS)
      if (rows.length === 0) return []
      const times = Array.from({ length: ROUNDS }, () => {
        const texts = new Texts(
          (type, id) => store.nameOf(type, id),
          () => store.epoch,
        )
        const read = texts.reader(resource, 'entity', language, 'http://127.0.0.1:9399/api')
        const begun = performance.now()
        for (const row of rows) read(row)
        return ((performance.now() - begun) / rows.length) * 1000
      })
      return [{ what: `${resource.name}, ${name}`, micros: median(times.slice(ROUNDS / 3)) }]
    }),
  )
  return measured.map(({ what, micros }) => ({
    what,
    ours: `${micros.toFixed(1)} µs`,
    value: micros,
    unit: ' µs',
    target: { atMost: 10 },
  }))
}
