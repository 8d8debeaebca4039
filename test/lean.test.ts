import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'

// What a start does not need is loaded when it is needed: the filter's parser, the maker of certificates.
const dist = resolve(import.meta.dirname, '../dist')

/** A file of the built program, and all that it loads before anything else happens. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, name = ''] of text.matchAll(
    /^(?:import|export|\}) ?(?:[^'"\n]*from )?["'](\.[^'"]+)["'];$/gm,
  ))
    loadedBy(join(dirname(file), name), seen)
  return seen
}

const program = readFileSync(join(dist, 'main.js'), 'utf8')
const [, server = ''] = /import\("(\.\/open-server-\w+\.js)"\)/.exec(program) ?? []

it.each(['node_modules/chevrotain/', 'node_modules/selfsigned/', 'node_modules/jsonc-parser/'])(
  'a start loads nothing of %s',
  (library) => {
    const loaded = [...loadedBy(join(dist, 'main.js')), ...loadedBy(join(dist, server))]
    expect(loaded.length).toBeGreaterThan(5)
    expect(loaded.filter((file) => readFileSync(file, 'utf8').includes(`// ${library}`))).toEqual(
      [],
    )
  },
)
