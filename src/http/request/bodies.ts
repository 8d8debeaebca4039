import type { FastifyInstance, FastifyRequest } from 'fastify'
import { errors, type ApiError } from '../../model/api-error.ts'
import { mediaTypeOf } from '../../wire/accept.ts'
import { decodeText } from './decode-text.ts'
import { readXmlText, xmlBody } from './xml-body.ts'

/** A body that is neither XML nor JSON: who has no use for it passes over it. */
export class UnreadableBody {
  /** What is said to those who send it where a body is needed. */
  readonly error: ApiError

  constructor(type: string | undefined) {
    this.error =
      type === undefined
        ? errors.badRequest('The body cannot be read: it is neither XML nor JSON.')
        : errors.unsupportedMediaType(type.slice(0, 100))
  }
}

/**
 * Says how request bodies are read: `request.body` is the root element of XML, a value of JSON, an UnreadableBody, or
 * undefined for none. An empty body of any type is none: clients log on with empty forms (WebRequest, Zabbix).
 */
export function addBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  void server.register(xmlBody, { read: readSent })
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request: FastifyRequest, bytes: Buffer) =>
    bytes.length === 0 ? Promise.resolve() : readSent(decodeText(bytes, request.headers['content-type']), request),
  )
}

/** Fastify would answer 415 to what is no media type, though there be no body. */
export function dropBadContentType({ headers }: FastifyRequest): void {
  const type = headers['content-type']
  if (type !== undefined && !isMediaType(type)) delete headers['content-type']
}

const isMediaType = (type: string): boolean => /^\s*[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+\s*(;|$)/.test(type)

/**
 * A body by what it is. As 9.5 does, its Content-Type does not decide (recorded); with `--strict` it does. As 13 does, a
 * form is refused (recorded).
 */
async function readSent(text: string, request: FastifyRequest): Promise<unknown> {
  request.sent = text
  const type = request.headers['content-type']
  const begins = /^\s*</.test(text) ? 'xml' : /^\s*[[{]/.test(text) ? 'json' : undefined
  const { strict, dialect } = request.world.settings
  const named = languageOf(type)
  if ((strict && named === undefined) || (dialect === 'v13' && isForm(type)))
    throw errors.unsupportedMediaType((type ?? '').slice(0, 100))
  const wantsJson = mediaTypeOf(request.headers.accept) === 'json'
  if (begins === 'xml' && named === 'json' && (strict || wantsJson)) throw errors.noRoot()
  const language = strict ? named : (begins ?? named)
  if (language === undefined) return new UnreadableBody(type)
  return language === 'xml' ? await readXmlText(text) : await readJson(text)
}

const isForm = (type = ''): boolean => /^\s*(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)

function languageOf(type = ''): 'json' | 'xml' | undefined {
  if (/^\s*application\/(?:[\w.-]+\+)?json\b/i.test(type)) return 'json'
  return /^\s*(?:(?:application|text)\/xml|[\w.-]+\/[\w.-]+\+xml)\s*(?:;|$)/i.test(type) ? 'xml' : undefined
}

async function readJson(text: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch {
    // What it says of a broken text is the same on every Node.
    const { readText } = await import('../../json-schema/read-text.ts')
    return readText(text, 'body', {
      check: () => undefined,
      fail: (sentence) => errors.badRequest(`The JSON body cannot be read: ${sentence}`),
    })
  }
}
