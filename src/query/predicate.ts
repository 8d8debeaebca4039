import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { alone, isMet, keyReader } from '../store/key.ts'
import type { Selection } from './selection.ts'

/** Whether a row that is in no table meets the selection. */
export function predicateOf(selection: Selection, resource: Resource): (row: Row) => boolean {
  switch (selection.kind) {
    case 'test': {
      const { source, operator, key } = selection
      const read = keyReader(source, resource, alone)
      return (row) => isMet(read(row), operator, key)
    }
    case 'all': {
      const parts = selection.of.map((part) => predicateOf(part, resource))
      return (row) => parts.every((meets) => meets(row))
    }
    case 'any': {
      const parts = selection.of.map((part) => predicateOf(part, resource))
      return (row) => parts.some((meets) => meets(row))
    }
  }
}
