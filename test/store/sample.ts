import { defineResource, type EntityOf } from '../../src/model/resource.ts'
import { enumeration, hidden, list, dateTime, numeric, optional, text, boolean } from '../../src/model/shape.ts'
import { Store } from '../../src/store/store.ts'

/** What sessions belong to in the tests of store and query. */
export const job = defineResource({
  name: 'Job',
  plural: 'Jobs',
  path: 'jobs',
  fields: { Name: text(), Objects: optional(numeric()) },
  up: {},
  links: [],
  referenceLinks: [],
  query: ['Objects'],
  collections: [],
})

export const session = defineResource({
  name: 'Session',
  plural: 'Sessions',
  path: 'sessions',
  naming: { by: 'run', of: 'Label', at: 'CreationTimeUTC' },
  fields: {
    Label: hidden(text()),
    CreationTimeUTC: dateTime(),
    EndTimeUTC: optional(dateTime()),
    Result: enumeration('None', 'Success', 'Warning', 'Failed'),
    Reason: optional(text()),
    TotalSize: optional(numeric()),
    IsRetry: boolean(),
    Days: optional(list('Day', text())),
  },
  up: { Job: 'Job', Parent: 'Session' },
  links: [],
  referenceLinks: [],
  query: [
    'CreationTimeUTC',
    'EndTimeUTC',
    'Result',
    'Reason',
    'TotalSize',
    'IsRetry',
    'Label',
    'Days',
    ['JobUid', 'Job.UID'],
    ['JobName', 'Job.Name'],
    ['ParentName', 'Parent.Name'],
  ],
  collections: [],
  windowMember: 'CreationTimeUTC',
})

export type Job = EntityOf<typeof job>
export type Session = EntityOf<typeof session>

export const guid = (n: number): string => `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`

export const newStore = (): Store => new Store([job, session], 'postgresql')

export const newJob = (n: number, Name = `Backup Job ${n}`): Job => ({ id: guid(n), up: {}, Name })

/** A session of the first job that succeeded in second `n` of 1970, or as `given`. */
export const newSession = (n: number, given: Partial<Session> = {}): Session => ({
  id: guid(n),
  up: { Job: guid(1) },
  Label: 'run',
  CreationTimeUTC: n * 1e6,
  Result: 'Success',
  IsRetry: false,
  ...given,
})

/** The numbers that the ids of rows were made of. */
export const numbersOf = (rows: Iterable<{ readonly id: string }>): number[] =>
  Array.from(rows, ({ id }) => Number(id.slice(-12)))
