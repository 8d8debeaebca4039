import { name, number, object, optional, string } from '../../json-schema/shape.ts'
import type { WorkObject } from './job-model.ts'

/** How often things end so, as dumps have it. */
export const habit = object<NonNullable<WorkObject['habit']>>('a habit', {
  Success: number(0),
  Warning: number(0),
  Failed: number(0),
})

/** Something that jobs work on, as dumps have it. */
export const workObject = object<WorkObject>('an object', {
  name,
  uid: string(),
  bytes: number(0),
  habit: optional(habit),
  vApp: optional(object<NonNullable<WorkObject['vApp']>>('a vApp', { name, uid: string() })),
})
