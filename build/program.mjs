// Writes the program into a folder: all of a server in one file, and the doors that lead to it.
import { build } from 'esbuild'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const common = {
  bundle: true,
  // White space stays, so that a stack trace can be read.
  minifySyntax: true,
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  legalComments: 'none',
  external: [
    // What Fastify needs only for schemas and for inject(), of which the program has neither; half the size of it all.
    '@fastify/ajv-compiler',
    '@fastify/fast-json-stringify-compiler',
    'light-my-request',
    'vitest',
    '@playwright/test',
  ],
}

// CommonJS, since every runner of tests can load it; what is imported when needed is begun then, but read with the rest.
const program = await build({
  ...common,
  entryPoints: ['src/program.ts'],
  outfile: join(folder, 'program.cjs'),
  format: 'cjs',
  // Its CommonJS form hides its requires from bundlers.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
})

const door = (names) => `import { createRequire } from 'node:module'
export const { ${names} } = createRequire(import.meta.url)('./program.cjs')
`

// Node reads a CommonJS file twice to import it, and program.cjs is large: it is required.
const throughDoors = {
  name: 'doors',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/program\.ts$/ }, () => ({ path: 'program', namespace: 'door' }))
    onLoad({ filter: /^/, namespace: 'door' }, () => ({
      contents: door('openServer, routesText, startEnterpriseManager'),
    }))
    onResolve({ filter: /^\.\.\/index\.ts$/ }, () => ({ path: './index.js', external: true }))
  },
}

const doors = await build({
  ...common,
  entryPoints: ['src/main.ts', 'src/fixtures/vitest.ts', 'src/fixtures/playwright.ts', 'src/fixtures/node-test.ts'],
  outdir: folder,
  entryNames: '[name]',
  format: 'esm',
  plugins: [throughDoors],
})
writeFileSync(join(folder, 'index.js'), door('startEnterpriseManager'))
writeFileSync(
  join(folder, 'index.cjs'),
  "exports.startEnterpriseManager = require('./program.cjs').startEnterpriseManager\n",
)

// The licences of what is bundled go with it; licenses/ has those that a package names and does not bring.
const bundled = [program, doors]
  .flatMap(({ metafile }) => Object.keys(metafile.inputs))
  .map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
  .filter((found) => found !== undefined)
const notices = [...new Set(bundled)].map((library) => {
  const { name, version, license } = JSON.parse(readFileSync(`${library}/package.json`, 'utf8'))
  const file = readdirSync(library).find((entry) => /^licen[cs]e/i.test(entry))
  const path = file === undefined ? `licenses/${name}.txt` : `${library}/${file}`
  if (!existsSync(path)) throw new Error(`${name} is bundled and has no licence text; put one at ${path}.`)
  return `${name} ${version} (${license})\n\n${readFileSync(path, 'utf8').trim()}\n`
})
writeFileSync(
  join(folder, 'THIRD-PARTY.txt'),
  `This program contains the following libraries.\n\n${notices.sort().join(`\n${'-'.repeat(80)}\n\n`)}`,
)
