// Writes the declarations of the doors into a folder: one file each, with what is public and what that needs.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'

const folder = process.argv[2]

// What the library has is declared once: the other doors import it.
const throughIndex = {
  name: 'through-index',
  resolveId: (id) => (id === '../index.ts' ? { id: './index.js', external: true } : undefined),
}

const made = await rollup({
  input: {
    index: 'src/index.ts',
    vitest: 'src/fixtures/vitest.ts',
    playwright: 'src/fixtures/playwright.ts',
    'node-test': 'src/fixtures/node-test.ts',
  },
  plugins: [throughIndex, dts({ tsconfig: 'tsconfig.json' })],
  external: [/^node:/, 'vitest', '@playwright/test'],
  makeAbsoluteExternalsRelative: false,
})
await made.write({
  dir: folder,
  // AsyncDisposable, which not every project asks for.
  banner: ({ name }) => (name === 'index' ? '/// <reference lib="esnext.disposable" />' : ''),
})

const here = "with { 'resolution-mode': 'import' }"
writeFileSync(
  join(folder, 'index.d.cts'),
  `export type * from './index.js' ${here}
export declare const startEnterpriseManager: typeof import('./index.js', { ${here.replace('with', 'with:')} }).startEnterpriseManager
`,
)
writeFileSync(join(folder, 'types.js'), '// Types alone.\nexport {}\n')
writeFileSync(join(folder, 'types.cjs'), '// Types alone.\n')
writeFileSync(join(folder, 'types.d.cts'), `export type * from './types.js' ${here}\n`)
