// What a person at a terminal is told once the server answers.
import { shellWord } from './commands/shell-word.ts'
import type { OpenServer } from '../embed/open-server.ts'
import type { Settings } from '../config/option-table.ts'

type Served = Pick<OpenServer, 'url' | 'httpUrl' | 'httpsUrl' | 'scenario' | 'seed' | 'now' | 'token'>

export function banner(em: Served, { user: [first], control }: Pick<Settings, 'user' | 'control'>): string {
  const urls = [em.httpUrl, em.httpsUrl].filter((url) => url !== undefined)
  // A self-signed certificate is nobody's to trust, hence -k; without a password curl asks for it.
  const curl = em.httpUrl === undefined ? 'curl -sk' : 'curl -s'
  const who = shellWord(first === undefined ? 'admin:secret' : first.name)
  const logOn = shellWord(`${em.url}/api/sessionMngr/?v=latest`)
  const query = shellWord(
    `${em.url}/api/query?type=BackupJobSession&filter=Result==Failed&sortDesc=CreationTime&format=Entities`,
  )
  // The one URL that takes a token: whoever reads this may paste it as it is.
  const token = em.token === undefined ? '' : `?token=${encodeURIComponent(em.token)}`
  const events = shellWord(`${em.url}/_mock/events${token}`)
  const watch = control ? `\nSee what happens while it happens:\n\n  ${curl}N ${events}\n` : ''
  return `
mock-em serves ${urls.map((url) => `${url}/api/`).join(' and ')}
scenario ${em.scenario}, seed ${String(em.seed)}, simulated time ${em.now}

Log on and keep the token, then ask for the failed sessions:

  TOKEN=$(${curl} -u ${who} -X POST -d '' -o /dev/null -D - ${logOn} | tr -d '\\r' | sed -n 's/^X-RestSvcSessionId: //p')
  ${curl} -H "X-RestSvcSessionId: $TOKEN" ${query}
${watch}
Ctrl+C stops it.
`
}

/** Milliseconds that a start may take without a word. */
const QUIET = 500

/**
 * Tells a person at a terminal how far the past of a large estate is, in a line that is written over, and taken away when
 * it is done. A short one is not worth a word.
 * @param since the milliseconds since the start.
 */
export function progress(
  write: (text: string) => void,
  since: () => number,
): { readonly tell: (day: number, of: number) => void; readonly done: () => void } {
  let isShown = false
  return {
    tell: (day, of) => {
      if (since() < QUIET) return
      isShown = true
      write(`\r\x1b[KThe estate lives its past: day ${String(day)} of ${String(of)} …`)
    },
    done: () => {
      if (isShown) write('\r\x1b[K')
    },
  }
}
