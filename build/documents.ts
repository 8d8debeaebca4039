// Writes what is served, told to machines, into a folder: documents, and the types that are made of them.
import openapiTS, { astToString } from 'openapi-typescript'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { dumpSchema } from '../src/dump/dump-schema.ts'
import { controlDocument } from '../src/control/control-operations.ts'
import { makeServer } from '../src/http/app.ts'
import { apiDescription } from '../src/control/api-description.ts'
import { openWorlds } from '../src/embed/open-server.ts'
import { resolveOptions } from '../src/config/options.ts'
import { scenarioSchema } from '../src/seed/scenario/scenario-schema.ts'

const [, , folder = 'dist'] = argv
const worlds = await openWorlds(resolveOptions({ scenario: 'empty' }))
const server = await makeServer(worlds)
await server.close()

mkdirSync(join(folder, 'openapi'), { recursive: true })
const write = (name: string, document: object) =>
  writeFileSync(join(folder, 'openapi', `${name}.json`), `${JSON.stringify(document)}\n`)

async function typesOf(document: object): Promise<string> {
  const types = await openapiTS(structuredClone(document) as never, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  })
  return astToString(types)
}

const [v12, v13] = [apiDescription(worlds, 'v12'), apiDescription(worlds, 'v13')]
write('v12', v12)
write('v13', v13)
write('control', await controlDocument(worlds.version))
write('dump.schema', dumpSchema())
write('scenario.schema', scenarioSchema())

// JSON up to EM 12 is the usual one; that of 13 is beside it.
writeFileSync(
  join(folder, 'types.d.ts'),
  `${await typesOf(v12)}\nexport declare namespace v13 {\n${await typesOf(v13)}}\n`,
)
