// What is asked in the language of filters. It is large, and many servers are never asked: load this when one is.
export { askEntities } from './ask-entities.ts'
export { AskedJournal } from './asked-journal.ts'
export { readFault } from './read-fault.ts'
