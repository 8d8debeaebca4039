// Asks a server that runs with the same settings whether it is well.
import type { Settings } from './option-table.ts'

/** What is wrong, or nothing when all is well. */
export async function healthcheck(settings: Settings): Promise<string | undefined> {
  const url = healthUrl(settings)
  if (url === undefined)
    return 'healthcheck needs to know the port: with 0 the system chooses one, so give the one it chose.'
  // The certificate is not the question, and a self-signed one is as well as any.
  const choices = { timeout: 3000, agent: false, rejectUnauthorized: false } as const
  const { request } = url.startsWith('https')
    ? await import('node:https')
    : await import('node:http')
  return new Promise((resolve) => {
    const asked = request(url, choices, (response) => {
      const { statusCode = 0 } = response
      response.resume()
      resolve(statusCode === 200 ? undefined : `${url} answered ${String(statusCode)}, not 200.`)
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer within 3 seconds')))
    asked.on('error', (error) => {
      resolve(`${url} does not answer: ${error.message}.`)
    })
    asked.end()
  })
}

const loopback = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
])

function healthUrl({ host, httpPort, httpsPort, control }: Settings): string | undefined {
  const path = control ? '/_mock/health' : '/api/'
  const address = loopback.get(host) ?? host
  const authority = address.includes(':') ? `[${address}]` : address
  if (typeof httpPort === 'number' && httpPort > 0)
    return `http://${authority}:${String(httpPort)}${path}`
  if (typeof httpsPort === 'number' && httpsPort > 0)
    return `https://${authority}:${String(httpsPort)}${path}`
  return undefined
}
