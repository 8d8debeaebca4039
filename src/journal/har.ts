import type { Sliced } from '../clock/sliced.ts'
import type { EntryView } from './entry.ts'

/** Where entries were asked, and what tells of it. */
export interface HarOf {
  /** What stands before the paths, such as `http://localhost:9399`. */
  readonly base: string
  readonly version: string
}

/** An HTTP Archive. */
export interface Har {
  readonly log: { readonly version: string; readonly creator: object; readonly entries: readonly object[] }
}

/** Entries as an HTTP Archive 1.2, as work that may be left off after each. Nothing is known of times on the wire, so these are 0. */
export function* harOf(entries: readonly EntryView[], { base, version }: HarOf): Sliced<Har> {
  const archived: object[] = []
  for (const entry of entries) {
    archived.push({
      startedDateTime: entry.time,
      time: 0,
      request: requestOf(entry, base),
      response: responseOf(entry),
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
      comment: entry.operation ?? '',
    })
    yield
  }
  return {
    log: {
      version: '1.2',
      creator: { name: 'mock-enterprise-manager', version },
      entries: archived,
    },
  }
}

function requestOf(entry: EntryView, base: string) {
  const { method, path, parameters, userAgent, contentType, body, requestBytes, mediaType } = entry
  const query = parameters.map(({ name, value }) => `${encode(name)}=${encode(value)}`).join('&')
  return {
    method,
    url: base + path + (query && `?${query}`),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [
      { name: 'Accept', value: `application/${mediaType}` },
      ...(userAgent === undefined ? [] : [{ name: 'User-Agent', value: userAgent }]),
      ...(contentType === undefined ? [] : [{ name: 'Content-Type', value: contentType }]),
    ],
    queryString: parameters,
    ...(body !== undefined && { postData: { mimeType: contentType ?? '', text: body } }),
    headersSize: -1,
    bodySize: requestBytes ?? -1,
  }
}

function responseOf({ status, mediaType, responseBytes }: EntryView) {
  const mimeType = `application/${mediaType}; charset=utf-8`
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [{ name: 'Content-Type', value: mimeType }],
    content: { size: responseBytes ?? 0, mimeType },
    redirectURL: '',
    headersSize: -1,
    bodySize: responseBytes ?? -1,
  }
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed())
