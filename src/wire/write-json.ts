import type { Fields, Link, Shape } from '../model/shape.ts'
import { isScalar, isValueType, wordOf, type Scalar } from './scalar.ts'
import { HOLE, type Write } from './write-xml.ts'

/** How JSON names are spelled: as in XML up to EM 12, camelCase in 13 (recordings of both). */
export type Dialect = 'v12' | 'v13'

/** Spells a member's name in a dialect: `UID` → `uid`, `NASJobs` → `nasJobs`, `VmName` → `vmName` (System.Text.Json). */
export function jsonName(name: string, dialect: Dialect): string {
  if (dialect === 'v12') return name
  const capitals = /^[A-Z]+/.exec(name)?.[0].length ?? 0
  const lowered = capitals <= 1 || capitals === name.length ? capitals : capitals - 1
  return name.slice(0, lowered).toLowerCase() + name.slice(lowered)
}

/** Compiles a shape into a writer of its JSON in a dialect. */
export function jsonWriter(shape: Shape, dialect: Dialect): Write {
  if (isScalar(shape)) return scalarWriter(shape)
  switch (shape.kind) {
    case 'links': {
      const write = linkWriter(dialect)
      return (value, base) => `[${(value as readonly Link[]).map((link) => write(link, base)).join(',')}]`
    }
    case 'rows': {
      const written = `{${key(shape.plural, dialect)}[${HOLE}]}`
      const none = written.replace(HOLE, '')
      return (value) => (value === 0 ? none : written)
    }
    case 'list': {
      const items = itemsWriter(shape.shape, dialect)
      if (shape.shape.kind !== 'struct') return items
      const open = `{${key(shape.plural, dialect)}`
      return (value, base) => `${open}${items(value, base)}}`
    }
    case 'repeated':
      return itemsWriter(shape.shape, dialect)
    case 'struct':
      return structWriter(shape.fields, dialect)
  }
}

const key = (name: string, dialect: Dialect): string => `"${jsonName(name, dialect)}":`

function itemsWriter(shape: Shape, dialect: Dialect): Write {
  const item = jsonWriter(shape, dialect)
  return (value, base) => `[${(value as readonly unknown[]).map((each) => item(each, base)).join(',')}]`
}

function scalarWriter(shape: Scalar): Write {
  switch (shape.kind) {
    case 'boolean':
    case 'number':
      return (value) => String(value)
    case 'dateTime':
    case 'timeOfDay':
      return (value, base) => `"${wordOf(shape, value, base)}"`
    case 'text':
    case 'uid':
    case 'enumeration':
    case 'href':
      return (value, base) => JSON.stringify(wordOf(shape, value, base))
  }
}

function linkWriter(dialect: Dialect): (link: Link, base: string) => string {
  const [rel, target, name, type] = ['Rel', 'Href', 'Name', 'Type'].map((member) => key(member, dialect))
  const word = (value: string | undefined) => (value === undefined ? 'null' : JSON.stringify(value))
  return ({ Rel, Href, Name, Type }, base) =>
    `{${rel}"${Rel}",${target}${JSON.stringify(base + Href)},${name}${word(Name)},${type}${word(Type)}}`
}

/** The derived class's members come before the base one's, where XML has them the other way round (recordings). */
function structWriter(fields: Fields, dialect: Dialect): Write {
  const rank = (shape: Shape) => (shape.derived === true ? 0 : 1)
  const members = Object.entries(fields)
    .filter(([, shape]) => shape.hidden !== true)
    .sort(([, a], [, b]) => rank(a) - rank(b))
    .map(([field, shape]) => ({
      field,
      open: key(shape.jsonName ?? field, dialect),
      write: memberWriter(shape, dialect),
    }))
  return (value, base) => {
    const given = value as Readonly<Record<string, unknown>>
    let written = ''
    for (const { field, open, write } of members) {
      const word = write(given[field], base)
      if (word !== '') written += (written === '' ? '' : ',') + open + word
    }
    return `{${written}}`
  }
}

/** Writes '' for a member that is left out. */
function memberWriter(shape: Shape, dialect: Dialect): Write {
  if (shape.onlyJson !== undefined) {
    const constant = JSON.stringify(shape.onlyJson)
    return () => constant
  }
  const write = jsonWriter(shape, dialect)
  const absent = isValueType(shape) ? '' : 'null'
  return (value, base) => (value === undefined ? absent : write(value, base))
}
