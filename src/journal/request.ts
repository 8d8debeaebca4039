// Module journal: what was asked of EM, and questions about it.
import { defineResource, type EntityOf } from '../model/resource.ts'
import { enumeration, dateTime, numeric, optional, text } from '../model/shape.ts'

/**
 * A request as fault rules and the journal are asked about it, in the filter language. Its members are our words, so they
 * are written in camelCase; a filter finds them without regard to case: `Operation==JobStart;Status>=500`.
 */
export const request = defineResource({
  name: 'Request',
  plural: 'Requests',
  path: 'requests',
  fields: {
    /** Simulated time. */
    time: dateTime(),
    method: text(),
    /** As it was asked for, without the query string: `/api/jobs/0af…`. */
    path: text(),
    /** As it is documented: `/jobs/{id}`; absent for what is not. */
    route: optional(text()),
    /** `JobStart`; absent for what is not documented. */
    operation: optional(text()),
    world: text(),
    /** Who is logged on, or tries to. */
    user: optional(text()),
    mediaType: enumeration('xml', 'json'),
    /** Not known before it is answered. */
    status: optional(numeric()),
    /** The name of the fault that was applied. */
    fault: optional(text()),
  },
  up: {},
  links: [],
  referenceLinks: [],
  query: ['time', 'method', 'path', 'route', 'operation', 'world', 'user', 'mediaType', 'status', 'fault'],
  collections: [],
})

export type RequestRow = EntityOf<typeof request>
