const GUID = '[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}'
const guid = new RegExp(GUID, 'g')
const DATE = String.raw`\d{4}-\d\d-\d\d`
const TIME = String.raw`\d\d:\d\d:\d\d(?:\.\d+)?`
const OFFSET = String.raw`[+-]\d\d:\d\d`
const MONTH = String.raw`[A-Z][a-z]{2} +\d{1,2} \d{4} +\d{1,2}:\d\d[AP]M`

/** Kind of a text → what such a text looks like. The first that fits is its kind. */
const kinds: readonly (readonly [kind: string, form: RegExp])[] = [
  ['empty', /^$/],
  ['guid', new RegExp(`^${GUID}$`)],
  ['objectRef', /^urn:/],
  ['truth', /^(?:true|false)$/],
  ['integer', /^-?\d+$/],
  ['decimal', /^-?\d+\.\d+$/],
  ['instant', new RegExp(`^${DATE}T${TIME}Z$`)],
  ['instantWithOffset', new RegExp(`^${DATE}T${TIME}${OFFSET}$`)],
  ['localInstant', new RegExp(`^${DATE}T${TIME}$`)],
  ['timeWithOffset', new RegExp(`^${TIME}${OFFSET}$`)],
  ['time', new RegExp(`^${TIME}$`)],
  ['name yyyy-MM-dd HH:mm:ss', new RegExp(`^${DATE} ${TIME}$`)],
  ['name MMM d yyyy h:mmtt', new RegExp(`^${MONTH}$`)],
  ['name text@yyyy-MM-dd HH:mm:ss', new RegExp(`@${DATE} ${TIME}$`)],
  ['word', /^[A-Z][A-Za-z0-9]+$/],
]

/** What kind of value a text is, in XML: of its words nothing is left. */
export function kindOf(text: string): string {
  const value = text.trim()
  const [, type] = /^urn:veeam:(\w+):/.exec(value) ?? []
  if (type !== undefined) return `urn:${type}`
  const path = pathOf(value)
  if (path !== undefined) return `href ${path}`
  return kinds.find(([, form]) => form.test(value))?.[0] ?? 'text'
}

/** The same for a member of JSON, where a number is no text. */
export function kindOfJson(value: string | number | boolean): string {
  if (typeof value !== 'string') return kindOf(String(value))
  const kind = kindOf(value)
  return ['integer', 'decimal', 'truth'].includes(kind) ? 'text' : kind
}

/** Below `/api`, with holes for what differs from one to the next; undefined if the text leads nowhere. */
export function pathOf(text: string): string | undefined {
  const [, path] = /^https?: ?\/\/[^/]*\/api(\/.*|$)/.exec(text.trim()) ?? []
  if (path === undefined) return undefined
  return path
    .replace(/^(\/(?:query|lookup))\?.*$/, '$1?…')
    .replace(guid, '{id}')
    .replace(/(\/catalog\/vms\/)[^/?]+/, '$1{name}')
    .replace(/(\/mounts\/)\d+/, '$1{number}')
    .replace(/(\/mounts\/\{\w+\}\/|\/guestfs\/)[^?]+/, '$1{path}')
    .replace(/task-\d+/, 'task-{number}')
}
