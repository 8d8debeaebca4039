import type { Simulation } from '../simulation/core/simulation.ts'
import type { LogonSessions } from '../auth/logon-sessions.ts'
import type { Journal } from './journal.ts'

/** One world, to be measured. */
export interface Measured {
  readonly name: string
  readonly simulation: Simulation
  readonly logons: LogonSessions
  readonly journal: Journal
}

/** So many worlds have figures of their own; the others are one, so that there are not too many. */
const MOST = 50

type Labels = Readonly<Record<string, string>>

/** Figures of all worlds in Prometheus' text format 0.0.4. */
export function writeMetrics(all: Iterable<Measured>): string {
  const requests = new Figure('mock_em_requests_total', 'counter', 'Requests that were answered.')
  const faults = new Figure('mock_em_faults_applied_total', 'counter', 'Faults that were applied.')
  const entities = new Figure('mock_em_entities', 'gauge', 'Entities that are held.')
  const logons = new Figure('mock_em_logons', 'gauge', 'Logon sessions that are open.')
  const entries = new Figure('mock_em_journal_entries', 'gauge', 'Entries of the journal.')
  const dropped = new Figure('mock_em_journal_dropped', 'gauge', 'Entries that were dropped.')
  const worlds = new Figure('mock_em_worlds', 'gauge', 'Worlds that there are.')
  let count = 0
  for (const each of all) {
    const world = count++ < MOST ? each.name : 'other'
    for (const { operation, method, status, count } of each.journal.tallies.each())
      requests.add({ operation, method, status: String(status), world }, count)
    for (const [fault, times] of each.journal.tallies.faults) faults.add({ fault, world }, times)
    const { store } = each.simulation
    for (const { name, inside } of store.resources)
      // What is not held would have to be made to be counted.
      if (inside === undefined) entities.add({ type: name, world }, store.table(name).size)
    logons.add({ world }, each.logons.size)
    entries.add({ world }, each.journal.size)
    dropped.add({ world }, each.journal.dropped)
  }
  worlds.add({}, count)
  const figures = [requests, faults, entities, logons, entries, dropped, worlds]
  return figures.map((figure) => figure.write()).join('')
}

class Figure {
  readonly #head: string
  readonly #name: string
  readonly #values = new Map<string, number>()

  constructor(name: string, type: 'counter' | 'gauge', help: string) {
    this.#name = name
    this.#head = `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`
  }

  add(labels: Labels, value: number): void {
    const written = Object.entries(labels).map(([name, text]) => `${name}="${escape(text)}"`)
    const key = written.length === 0 ? '' : `{${written.join(',')}}`
    this.#values.set(key, (this.#values.get(key) ?? 0) + value)
  }

  write(): string {
    const lines = [...this.#values].map(([key, value]) => `${this.#name}${key} ${value}\n`)
    return this.#head + lines.join('')
  }
}

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
