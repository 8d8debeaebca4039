import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generate } from '../docs/generate.ts'

it.each([...(await generate())])('%s is what the code says', (path, content) => {
  const stored = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  expect(stored, 'run npm run generate').toBe(content)
})
