// A program that embeds the server, and uses what is new by its types.
import { startEnterpriseManager, type EntityType, type Options } from '../../src/index.ts'

const options: Options = { httpPort: 0, httpsPort: 'off', greeting: 'From a program' }
const type: EntityType = 'TapeLibrary'

const em = await startEnterpriseManager(options)
em.faults.add({ name: 'mirror', effect: { reversed: true }, times: 1 })
console.log(`${em.documents.greeting()}, ${em.entities.list(type).length}, ${em.faults.list().length}`)
await em.close()
