import type { AskedJournal } from '../control/asked-journal.ts'
import { harOf } from '../control/har.ts'
import type { Journal } from '../control/journal.ts'
import { writeMetrics, type Measured } from '../control/metrics.ts'
import { refuse } from '../model/refusal.ts'
import { only, type AddControl, type ControlCall } from './control.ts'
import { PlainText } from './plain-text.ts'
import type { Waiting } from './waiting.ts'

/** A journal holds no more. */
const ALL = 10_000

/** What the routes need besides the call. */
interface Around {
  /** The journal of the world that a call is about. */
  readonly journalOf: (call: ControlCall) => Journal
  readonly worlds: () => Iterable<Measured>
  readonly waiting: Waiting
  readonly version: string
}

/** Adds what tells of the requests there have been. */
export function addJournalRoutes(
  add: AddControl,
  { journalOf, worlds, waiting, version }: Around,
): void {
  add('GET', 'requests', async (call) => {
    const journal = await asked(journalOf(call))
    const as = call.parameters.find(({ name }) => name.toLowerCase() === 'as')
    const rest = call.parameters.filter((parameter) => parameter !== as)
    if (as === undefined) return journal.listBy(rest)
    if (as.value.toLowerCase() !== 'har')
      throw refuse.badRequest(`Found as=${as.value.slice(0, 100)}; it is har, or left out.`)
    const { protocol, host } = call.request
    return harOf(journal.listBy(rest, ALL).entries, { base: `${protocol}://${host}`, version })
  })
  add('DELETE', 'requests', (call) => {
    only(call.body)
    const journal = journalOf(call)
    const { size } = journal
    journal.clear()
    return { cleared: size }
  })
  add('GET', 'counts', (call) => journalOf(call).counts())
  add('POST', 'verify', async (call) => (await asked(journalOf(call))).verify(call.body))
  add('POST', 'wait-for', async (call) => {
    const gone = new AbortController()
    const { socket } = call.request
    const leave = () => gone.abort()
    socket?.once('close', leave)
    try {
      return await waiting.waitFor(journalOf(call), call.body, gone.signal)
    } finally {
      socket?.off('close', leave)
    }
  })
  add('GET', 'metrics', () => new PlainText('text/plain; version=0.0.4', writeMetrics(worlds())))
}

/** Who never asks never loads the language of filters. */
async function asked(journal: Journal): Promise<AskedJournal> {
  const { AskedJournal } = await import('../control/asked-journal.ts')
  return new AskedJournal(journal)
}
