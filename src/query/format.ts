export type Format = 'references' | 'entities'

/** Spellings that documents and clients use, in lower case. */
const formats: ReadonlyMap<string, Format> = new Map([
  ['ref', 'references'],
  ['refs', 'references'],
  ['reference', 'references'],
  ['references', 'references'],
  ['entity', 'entities'],
  ['entities', 'entities'],
])

/** The representation that a `format` parameter asks for, in any case and number; nothing if there is no such. */
export const findFormat = (value: string): Format | undefined => formats.get(value.trim().toLowerCase())
