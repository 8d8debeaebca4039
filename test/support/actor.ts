import { openEm, accepts, type Em, type Language } from './em.ts'
import type { Options } from '../../src/config/options.ts'
import { workState } from '../../src/simulation/core/work-state.ts'

/** What a client has been told of what it asked to have done. */
export interface Told {
  readonly status: number
  readonly location: string | undefined
  /** The JSON document of the answer; of a task, as it is when all is done. */
  readonly document: Readonly<Record<string, unknown>>
  /** What is wrong, if anything is: of an error, or of a task that failed. */
  readonly message: string
}

type Members = Readonly<Record<string, unknown>>

/** An administrator in a world that stands still, whose tasks and jobs are done at once. */
export async function openActor(options: Options = {}, user?: string) {
  const em = await openEm({ clock: 'frozen', now: '2026-01-15T12:00:00Z', ...options })
  em.simulation.state(workState).moves = { moves: 'instant' }
  const token = await em.logOn(user)
  return { em, token, ...actorOf(em, token), close: () => em.close() }
}

export function actorOf(em: Em, token: string) {
  const read = async (path: string): Promise<Members> => {
    const { status, body } = await em.ask(`GET ${pathIn(path)}`, { token, accept: accepts.json })
    return { status, ...(body === '' ? {} : (JSON.parse(body) as Members)) }
  }
  /** @param body a text is XML, anything else is sent as JSON. */
  const act = async (request: string, body?: unknown): Promise<Told> => {
    const language: Language = typeof body === 'string' ? 'xml' : 'json'
    const [method = '', path = ''] = request.split(' ')
    const answer = await em.ask(`${method} ${pathIn(path)}`, {
      token,
      accept: accepts[language],
      ...(body !== undefined && {
        headers: { 'content-type': accepts[language] },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    })
    const task = /tasks\/(task-\d+)/.exec(answer.body)?.[1]
    const document =
      task !== undefined
        ? await read(`/tasks/${task}`)
        : answer.body === '' || language === 'xml'
          ? {}
          : (JSON.parse(answer.body) as Members)
    const result = document['Result'] as { Message?: string; Success?: boolean } | undefined
    return {
      status: answer.status,
      location: answer.headers['location'],
      document,
      message:
        task !== undefined ? (result?.Success === false ? (result.Message ?? '') : '')
        : answer.status < 400 ? ''
        : (/Message="([^"]*)"/.exec(answer.body)?.[1] ?? (document['Message'] as string)),
    } // prettier-ignore
  }
  /** The ids of what a query finds, such as `ids('Job', 'JobType==Backup')`. */
  const ids = async (type: string, filter = ''): Promise<readonly string[]> => {
    const found = await read(`/query?type=${type}${filter && `&filter=${encodeURIComponent(filter)}`}`)
    const { Refs } = found['Refs'] as { Refs: readonly { UID: string }[] }
    return Refs.map(({ UID }) => UID.split(':').at(-1) ?? '')
  }
  return { read, act, ids }
}

/** Paths may be given below `/api`, or as whole Hrefs. */
const pathIn = (path: string): string => `/api${path.replace(/^https?:\/\/[^/]+/, '').replace(/^\/api/, '')}`
