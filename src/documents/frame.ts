import { onlyJson, struct, type Fields, type Members, type Struct } from '../model/shape.ts'
import type { Answer, Root } from '../wire/answer.ts'

/** As the real server does: a frame has no links, no Href and no Type, and says so in JSON (recorded on 12 and 13). */
const none = { Links: onlyJson(null), Href: onlyJson(null), Type: onlyJson(null) } as const

/** A frame of the summary, from its own members. */
export const frame = <const F extends Fields>(name: string, fields: F): Root<Struct<F & typeof none>> => ({
  name,
  shape: struct({ ...fields, ...none }),
})

export const describeFrame = <F extends Fields>(root: Root<Struct<F>>, value: Members<F>): Answer => ({
  kind: 'document',
  ...root,
  value,
})

/** Where the web pages of EM show more; a path of theirs, not of the API's. */
export const reportPage = (definition: string): string =>
  `Workspace/ViewReport.aspx?definition=${definition}&ShowParams=1`
