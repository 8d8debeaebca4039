import type { ServerResponse } from 'node:http'
import { errorShape } from '../../wire/documents.ts'
import { asRoot, xmlWriter } from '../../wire/write-xml.ts'
import { errors } from '../../model/api-error.ts'
import type { Log } from '../../log/log.ts'

/** Does what answers a request. Whatever it throws ends that answer, and nothing else: neither the process nor the wait of who asked. */
export function withNet(raw: ServerResponse, log: Log, act: () => void): void {
  try {
    act()
  } catch (error) {
    tellFault(log, error)
    endBroken(raw)
  }
}

/** What we get wrong is told to people, since they alone can report it. */
export const tellFault = (log: Log, error: unknown): void =>
  log.tell('error', 'This is a fault of the mock, please report it.', {
    error: String(error),
    stack: error instanceof Error ? error.stack : undefined,
  })

/** A 500 with nothing in it that a request has said; what has begun is cut. */
function endBroken(raw: ServerResponse): void {
  if (raw.headersSent) {
    raw.destroy()
    return
  }
  const { status, message } = errors.nullReference()
  const body = asRoot(xmlWriter('Error', errorShape)({ Message: message, StatusCode: status }, ''))
  for (const name of raw.getHeaderNames()) raw.removeHeader(name)
  raw.writeHead(status, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  })
  raw.end(body)
}
