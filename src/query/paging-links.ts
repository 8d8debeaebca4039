import { pageLinks, type PagePlace } from '../model/paging.ts'
import type { Link } from '../model/shape.ts'
import { DEFAULT_PAGE_SIZE, type Parameter } from './read-query.ts'

/**
 * The links of a page's PagingInfo: the request's own parameters in their order, with another page. Escapes are in lower
 * case up to Enterprise Manager 12, in upper case in 13.
 */
export function pagingHrefs(
  parameters: readonly Parameter[],
  place: PagePlace,
  dialect: 'v12' | 'v13',
): readonly Link[] {
  const encode = dialect === 'v12' ? encodeLower : encodeUpper
  return pageLinks(place, hrefBuilder(parameters, encode))
}

function hrefBuilder(parameters: readonly Parameter[], encode: (text: string) => string): (page: number) => string {
  const isNamed = (name: string) => (parameter: Parameter) => parameter.name.toLowerCase() === name
  const place = parameters.findIndex(isNamed('page'))
  const written = parameters.map(({ name, value }, at) =>
    at === place ? encode(name) : `${encode(name)}=${encode(value)}`,
  )
  if (place === -1) {
    if (!parameters.some(isNamed('pagesize'))) written.push(`pageSize=${DEFAULT_PAGE_SIZE}`)
    written.push('page')
  }
  const split = place === -1 ? written.length : place + 1
  const before = `/query?${written.slice(0, split).join('&')}=`
  const after = written.slice(split).map((parameter) => `&${parameter}`)
  return (page) => before + String(page) + after.join('')
}

const plain = /^[\w.!*()-]*$/

/** As .NET's UrlEncode does: a blank is `+`, and besides letters and digits `-_.!*()` stay. */
function encodeUpper(text: string): string {
  if (plain.test(text)) return text
  return encodeURIComponent(text.toWellFormed()).replace(/%20|['~]/g, (found) => spelled[found] ?? found)
}

const spelled: Readonly<Record<string, string>> = { '%20': '+', "'": '%27', '~': '%7E' }

function encodeLower(text: string): string {
  if (plain.test(text)) return text
  return encodeUpper(text).replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())
}
