// Writes what is served, told to machines, into dist/: documents, and the types that are made of them. Run by build.mjs.
import openapiTS, { astToString } from 'openapi-typescript'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dumpSchema } from './src/control/dump-schema.ts'
import { controlDocument } from './src/http/control-operations.ts'
import { makeServer } from './src/http/server.ts'
import { surfaceOf } from './src/http/surface.ts'
import { openHouses } from './src/open-server.ts'
import { resolveOptions } from './src/options.ts'
import { scenarioSchema } from './src/seed/scenario-schema.ts'

const houses = await openHouses(resolveOptions({ scenario: 'empty' }))
const server = await makeServer(houses)
await server.close()

for (const folder of ['dist/openapi', 'dist/entities']) mkdirSync(folder, { recursive: true })
const write = (name: string, document: object) =>
  writeFileSync(`dist/openapi/${name}.json`, `${JSON.stringify(document)}\n`)

for (const dialect of ['v12', 'v13'] as const) {
  const document = surfaceOf(houses, dialect)
  write(dialect, document)
  const types = await openapiTS(structuredClone(document) as never, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  })
  writeFileSync(`dist/entities/${dialect}.d.ts`, astToString(types))
}
writeFileSync('dist/entities/index.js', '// Types alone.\nexport {}\n')
// JSON up to EM 12 is the usual one; that of 13 is beside it.
writeFileSync(
  'dist/entities/index.d.ts',
  "export * from './v12.js'\nexport type * as v13 from './v13.js'\n",
)
write('control', await controlDocument(houses.version))
write('dump.schema', dumpSchema())
write('scenario.schema', scenarioSchema())
