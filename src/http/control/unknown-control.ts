import { nearest } from '../../text/nearest.ts'
import { quoteBriefly } from '../../text/quote-briefly.ts'
import { ApiError } from '../../model/api-error.ts'

interface Known {
  readonly method: string
  /** Below `/_mock/`, with holes: `snapshots/{name}`. */
  readonly path: string
}

/**
 * What is said to who asks below `/_mock` for what is not there: 405 with the methods that the path has, or 404 with the
 * nearest path.
 * @param url as it was asked for. @param all everything that is there.
 */
export function unknownControl(method: string, url: string, all: readonly Known[]): ApiError {
  const asked = segmentsOf((url.split('?', 1)[0] ?? '').replace(/^\/+_mock/i, ''))
  const here = all.filter(({ path }) => filled(path, asked)?.toLowerCase() === asked.join('/').toLowerCase())
  const shown = `/_mock/${asked.join('/')}`
  if (here.length > 0) {
    // A path that a literal leads to is not that of a hole in the same place.
    const [{ path }] = here.toSorted((a, b) => holesOf(a.path) - holesOf(b.path)) as [Known]
    const own = here.filter((each) => each.path === path).map((each) => each.method)
    return new ApiError(405, `${method} is not served at ${quoteBriefly(shown)}; ${own.join(', ')} is. ${where}`, {
      allowed: allowedOf(own, path),
    })
  }
  const near = nearestOf(method, asked, all)
  const meant = near === undefined ? '' : ` Did you mean ${near.method} /_mock/${near.path}?`
  return new ApiError(404, `Nothing is served at ${quoteBriefly(shown)}.${meant} ${where}`)
}

const where = 'GET /_mock/control.json describes all that is.'

/** HEAD asks for what GET would answer; of events, which have no end, there is no head. */
const allowedOf = (methods: readonly string[], path: string): readonly string[] =>
  methods.flatMap((each) => (each === 'GET' && path !== 'events' ? ['GET', 'HEAD'] : [each]))

/** What is spelled nearly so, all but its holes; of several, what is asked with the same method. */
function nearestOf(method: string, asked: readonly string[], all: readonly Known[]) {
  const isNear = ({ path }: Known) => {
    const segments = segmentsOf(path)
    return (
      segments.length === asked.length &&
      segments.every((each, n) => each.startsWith('{') || nearest(asked[n] ?? '', [each]) === each)
    )
  }
  const near = all.filter(isNear)
  return near.find((each) => each.method === method) ?? near[0]
}

/** A path with what was asked for in its holes; undefined if it has not as many segments. */
function filled(path: string, asked: readonly string[]): string | undefined {
  const segments = segmentsOf(path)
  if (segments.length !== asked.length) return undefined
  return segments.map((each, n) => (each.startsWith('{') ? (asked[n] ?? '') : each)).join('/')
}

const holesOf = (path: string): number => path.split('{').length

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((each) => each !== '')
