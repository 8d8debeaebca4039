// A client that is never the bottleneck: it writes requests that are ready and counts the bytes of the answers.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const HEAD_END = '\r\n\r\n'
const CONNECTIONS = 8

/** Asks over kept connections for so long. @returns answers a second. */
export async function load(port: number, nextRequest: () => string, milliseconds: number): Promise<number> {
  const begun = performance.now()
  const end = begun + milliseconds
  let answers = 0
  let last = begun
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const answered = () => {
        answers++
        last = performance.now()
        return last < end
      }
      await once(connection(port, nextRequest, answered), 'close')
    }),
  )
  return (answers / (last - begun)) * 1000
}

/** Asks one after another for as long as `answered` says so. */
function connection(port: number, nextRequest: () => string, answered: () => boolean): Socket {
  let head = ''
  let left = 0
  const read = (size: number, buffer: Uint8Array): boolean => {
    if (left === 0) {
      head += Buffer.from(buffer.buffer, buffer.byteOffset, Math.min(size, 2000)).toString('latin1')
      left = lengthOf(head)
      head = ''
    }
    left -= size
    if (left === 0) {
      if (answered()) socket.write(nextRequest())
      else socket.end()
    }
    return true
  }
  const socket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: { buffer: Buffer.allocUnsafe(256 << 10), callback: read },
  })
  socket.write(nextRequest())
  return socket
}

/** Of the whole answer. Both servers send its head in one piece. */
function lengthOf(answer: string): number {
  const body = answer.indexOf(HEAD_END)
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, body))?.[1]
  if (!answer.startsWith('HTTP/1.1 200') || body < 0 || length === undefined)
    throw new Error(`Not the expected answer: ${answer.slice(0, 500)}`)
  return body + HEAD_END.length + Number(length)
}
