import type { Socket } from 'node:net'
import { errorShape } from '../../wire/documents.ts'
import { asRoot, xmlWriter } from '../../wire/write-xml.ts'

const reasons: Readonly<Record<string, readonly [status: number, line: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The request line and headers are larger than 256 KB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request was not complete in time.'],
}

/** Answers what cannot be read as HTTP, and closes. There is no Accept header to go by, so it is XML. */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, line, message] = reasons[error.code ?? ''] ?? [
    400,
    'Bad Request',
    `This is not readable as HTTP/1.1: ${error.message}.`,
  ]
  const body = asRoot(xmlWriter('Error', errorShape)({ Message: message, StatusCode: status }, ''))
  const head = `HTTP/1.1 ${status} ${line}\r\nContent-Type: application/xml; charset=utf-8\r\n`
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`)
}
