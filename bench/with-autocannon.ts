// The same page as autocannon sees it: a heavier client than keep-alive.ts, as most are, so it sees less of a difference.
import autocannon from 'autocannon'
import { median, ratio, spread, type Figure } from './figures.ts'
import { openPages, workloads, type Pages } from './pages.ts'

const ROUNDS = 4
const SECONDS = 1

export async function withAutocannon(): Promise<readonly Figure[]> {
  const pages = await openPages()
  const figures: Figure[] = []
  for (const { what, nextPath } of workloads(pages).slice(0, 2)) {
    const ask = (port: number) => answersASecond(port, nextPath, pages)
    const { mock, control } = pages
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = -1; round < ROUNDS; round++) {
      const pair = [await ask(mock.port), await ask(control.port)] as const
      if (round < 0) continue
      ours.push(pair[0])
      theirs.push(pair[1])
    }
    figures.push({
      what: `${what}, XML`,
      ours: `${median(ours).toFixed(0)}/s (${spread(ours, theirs)})`,
      control: `${median(theirs).toFixed(0)}/s`,
      value: ratio(ours, theirs),
      unit: '×',
    })
  }
  await pages.stop()
  return figures
}

async function answersASecond(port: number, nextPath: () => string, { headers }: Pages): Promise<number> {
  const { requests, non2xx } = await autocannon({
    url: `http://127.0.0.1:${String(port)}`,
    connections: 8,
    duration: SECONDS,
    headers: { ...headers, accept: 'application/xml' },
    requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }],
  })
  if (non2xx > 0) throw new Error(`${String(non2xx)} answers were no success.`)
  return requests.average
}
