import type { FastifyInstance } from 'fastify'
import { StoryTime } from '../life/story-time.ts'
import { controlOf, only, textIn } from './control.ts'
import type { Houses } from './houses.ts'
import { orderOutcome } from './outcomes.ts'
import { addEntityEditRoutes } from './entity-edit-routes.ts'
import { addEventRoutes } from './event-routes.ts'
import { addFaultRoutes } from './fault-routes.ts'
import { addJournalRoutes } from './journal-routes.ts'
import { addStateRoutes } from './state-routes.ts'
import { Work } from './work.ts'

/** Adds what only a mock has. Nothing here needs a logon. */
export function addControlRoutes(server: FastifyInstance, houses: Houses): void {
  const add = controlOf(server)
  add('GET', 'health', () => ({ status: 'ok' }))
  add('GET', 'clock', ({ house }) => new StoryTime(house).read())
  add('PUT', 'clock', ({ house, body }) => {
    const { rate } = only(body, 'mode', 'rate', 'now')
    return new StoryTime(house).set({
      mode: textIn(body, 'mode'),
      rate: rate as number,
      now: textIn(body, 'now'),
    })
  })
  add('POST', 'clock/advance', ({ house, body }) =>
    new StoryTime(house).advance(textIn(only(body, 'by'), 'by') ?? ''),
  )
  add('POST', 'clock/next', ({ house, body }) => {
    only(body)
    return new StoryTime(house).next()
  })
  add('GET', 'work', ({ house }) => new Work(house).read())
  add('PUT', 'work', ({ house, body }) => {
    const { reads } = only(body, 'moves', 'reads', 'job')
    return new Work(house).set({
      moves: textIn(body, 'moves'),
      reads: reads as number | undefined,
      job: textIn(body, 'job'),
    })
  })
  add('POST', 'work/step', ({ house, body }) =>
    new Work(house).step(textIn(only(body, 'job'), 'job')),
  )
  add('POST', 'outcomes', ({ house, body }) => {
    const { times } = only(body, 'job', 'object', 'result', 'reason', 'times')
    const words = Object.fromEntries(
      ['job', 'object', 'result', 'reason'].map((name) => [name, textIn(body, name)]),
    )
    return orderOutcome(house.world, { ...words, times: times as number | undefined })
  })
  addStateRoutes(add, houses)
  addEntityEditRoutes(add)
  addFaultRoutes(add)
  addEventRoutes(server)
  addJournalRoutes(add, {
    journalOf: ({ house }) => house.journal,
    worlds: () => houses.list(),
    waiting: houses.waiting,
    version: houses.version,
  })
}
