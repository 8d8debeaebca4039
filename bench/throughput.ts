// Answers a second, beside a bare Fastify that sends the same bytes to the same requests.
import { mediaTypes } from './client.ts'
import { median, ratio, spread, type Figure } from './figures.ts'
import { load } from './keep-alive.ts'
import { openPages, workloads, type Pages } from './pages.ts'

const ROUNDS = 15
const SLICE = 200
const WARM_UP = 3000

export async function throughput(): Promise<readonly Figure[]> {
  const pages = await openPages()
  const figures: Figure[] = []
  for (const { what, nextPath, atLeast } of workloads(pages))
    for (const [language, accept] of Object.entries(mediaTypes)) {
      const nextRequest = () => writeRequest(nextPath(), { ...pages.headers, accept })
      const [ours = [], control = [], again = []] = await alternate(pages, nextRequest)
      figures.push({
        what: `${what}, ${language}`,
        ours: `${median(ours).toFixed(0)}/s (${spread(ours, control)})`,
        control: `${median(control).toFixed(0)}/s (itself: ${spread(again, control)})`,
        value: ratio(ours, control),
        unit: '×',
        target: { atLeast },
      })
    }
  await pages.stop()
  return figures
}

/** Loads each in turn, every round beginning with another. @returns answers a second, by program and round. */
async function alternate(
  { mock, control, again }: Pages,
  nextRequest: () => string,
): Promise<readonly (readonly number[])[]> {
  const ports = [mock.port, control.port, again.port]
  for (const port of ports) await load(port, nextRequest, WARM_UP)
  const speeds = ports.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (let turn = 0; turn < ports.length; turn++) {
      const at = (round + turn) % ports.length
      speeds[at]?.push(await load(ports[at] ?? 0, nextRequest, SLICE))
    }
  return speeds
}

function writeRequest(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1:9399', ...lines, '', ''].join('\r\n')
}
