import { connect } from 'node:net'

/** What came back on one connection until it ended. */
export interface RawAnswer {
  /** Its bytes, one character each. */
  readonly text: string
  /** It ended with an error, such as a reset. */
  readonly isReset: boolean
}

/** Sends bytes, one character each, to a server as they are, and waits until the connection ends. */
export const sendRaw = (url: string, bytes: string): Promise<RawAnswer> =>
  new Promise((done) => {
    const { port, hostname } = new URL(url)
    const chunks: Buffer[] = []
    let isReset = false
    const socket = connect(Number(port), hostname)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', () => (isReset = true))
    socket.on('close', () => done({ text: Buffer.concat(chunks).toString('latin1'), isReset }))
    socket.write(bytes, 'latin1')
  })
