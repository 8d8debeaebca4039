import { layerOf, modules, placeOf, type Module } from '../test/modules.ts'
import { readSources } from '../test/sources.ts'

/** The modules as docs/architecture.md shows them: its layers, and a table of what each may. */
export function drawModules(): string {
  const folders = modules.flatMap(({ prefix }) => (/^\w[\w-]*\/$/.test(prefix) ? [prefix] : []))
  const openings = readSources(...folders.map((folder) => folder.slice(0, -1))).map(({ firstLine }) => firstLine)
  return `\`\`\`\n${drawLayers()}\`\`\`\n\n${writeTable(openings)}`
}

function drawLayers(): string {
  const layers = [...new Set(modules.map(({ name }) => layerOf(name)))].sort((a, b) => b - a)
  const drawn = layers.map((layer) => {
    const on = modules.filter(({ name }) => layerOf(name) === layer)
    return `${layer}   ${on.map(drawModule).join('     ')}\n`
  })
  return drawn.join(`    ${'─'.repeat(64)}\n`)
}

const drawModule = (module: Module): string =>
  module.packages.length === 0 ? labelOf(module) : `${labelOf(module)} [${module.packages.join(', ')}]`

/** `#grammar`, `query`, `src/*.ts`. */
const labelOf = (module: Module): string => module.entryPoint ?? placeOf(module).replace(/^src\/(?=[a-z-]+$)/, '')

function writeTable(openings: readonly string[]): string {
  const rows = modules.map((module) => [
    `\`${placeOf(module)}\``,
    sentenceOf(module, openings),
    tellOpened(module),
    module.packages.join(', '),
    module.powers.join(', '),
  ])
  return [['Module', 'What it is', 'Imports', 'Packages', 'May'], Array<string>(5).fill('---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

/** The modules it may import, or those below that it may not if it may nearly all. */
function tellOpened({ name, imports }: Module): string {
  const below = modules.filter((module) => layerOf(module.name) < layerOf(name))
  const opened = below.filter((module) => imports.includes(module.name)).map(labelOf)
  const shut = below.filter((module) => !imports.includes(module.name)).map(labelOf)
  if (opened.length < 8 || shut.length > 2) return opened.join(', ')
  return ['all below', ...shut].join(' but ')
}

/** The first sentence of the comment that says what the module is. */
function sentenceOf({ opening, description }: Module, openings: readonly string[]): string {
  if (opening === undefined) return description ?? ''
  const line = openings.find((each) => each.startsWith(opening)) ?? ''
  return line.replace(/^\/\/ (Module [\w-]+: )?/, '').replace(/\.( .*)?$/, '')
}
