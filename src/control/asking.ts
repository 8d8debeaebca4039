// What is asked in the language of filters. It is large, and many servers are never asked: load this when one is.
export { askEntities } from '../entities/ask-entities.ts'
export { AskedJournal } from '../journal/asked-journal.ts'
export { readFault } from '../faults/read-fault.ts'
