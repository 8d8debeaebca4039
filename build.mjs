// Builds the program into dist/: one file to start, the rest in chunks that load when first needed.
import { build } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })

const { metafile } = await build({
  entryPoints: [
    'src/main.ts',
    'src/index.ts',
    'src/fixtures/vitest.ts',
    'src/fixtures/playwright.ts',
    'src/fixtures/node-test.ts',
  ],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  // White space stays, so that a stack trace can be read.
  minifySyntax: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  legalComments: 'none',
  // Its CommonJS form hides its requires from bundlers.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // What Fastify needs only for schemas and for inject(), of which the program has neither; half the size of it all.
  external: [
    '@fastify/ajv-compiler',
    '@fastify/fast-json-stringify-compiler',
    'light-my-request',
    'vitest',
    '@playwright/test',
  ],
  // The libraries of CommonJS expect `require`.
  banner: { js: "import{createRequire as _r}from'node:module';const require=_r(import.meta.url);" },
})

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})

execFileSync(process.execPath, ['--import', 'tsx', 'build-documents.ts'], { stdio: 'inherit' })

// The licences of what is bundled go with it; licenses/ has those that a package names and does not bring.
const bundled = Object.keys(metafile.inputs)
  .map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1])
  .filter((name) => name !== undefined)
const notices = [...new Set(bundled)].sort().map((name) => {
  const folder = `node_modules/${name}`
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const own = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const file = own === undefined ? `licenses/${name}.txt` : `${folder}/${own}`
  if (!existsSync(file))
    throw new Error(`${name} is bundled and has no licence text; put one at licenses/${name}.txt.`)
  return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`
})
writeFileSync(
  'dist/THIRD-PARTY.txt',
  `This program contains the following libraries.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`,
)
