import { isBase } from '../model/body.ts'
import type { Shape } from '../model/shape.ts'
import type { GivenFields } from './entity-fields.ts'

/**
 * A value with what no client says, such as the Href of an object in a job, as it was before; what stands in a list is
 * known by its id.
 */
export function keepBase(shape: Shape, before: unknown, after: unknown): unknown {
  if (shape.kind === 'struct' && isRecord(before) && isRecord(after)) {
    const kept: Record<string, unknown> = { ...after }
    for (const [name, field] of Object.entries(shape.fields)) {
      if (after[name] !== undefined) kept[name] = keepBase(field, before[name], after[name])
      else if (isBase(name) && before[name] !== undefined) kept[name] = before[name]
    }
    return kept
  }
  if ((shape.kind === 'list' || shape.kind === 'repeated') && isList(before) && isList(after))
    return after.map((item) => {
      const same = before.find((it) => idIn(it) !== undefined && idIn(it) === idIn(item))
      return keepBase(shape.shape, same, item)
    })
  return after
}

const isRecord = (value: unknown): value is GivenFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const idIn = (item: unknown): unknown =>
  isRecord(item) ? Object.entries(item).find(([name]) => name.endsWith('Id'))?.[1] : undefined
