/**
 * Names an operation: `GET /jobs/{id}/backupSessions` is JobBackupSessionList, `POST /jobs/{id}?action=start` JobStart.
 * @param method with the action, if one is said: `POST?start`.
 * @param taken names of others: one that begins as its path does is found then, `/cdpReplicas/…` beside `/cdpReplica/…`,
 * or else one with a number.
 */
export function operationName(method: string, path: string, taken: ReadonlySet<string>): string {
  const names = [nameOf(method, path), nameOf(method, path, (word) => word)]
  const free = names.find((name) => !taken.has(name))
  for (let n = 2; free === undefined; n++) if (!taken.has(`${names[0] ?? ''}${n}`)) return `${names[0] ?? ''}${n}`
  return free
}

/** @param first what becomes of the first word. */
function nameOf(method: string, path: string, first = singular): string {
  const [verb = '', action] = method.split('?')
  const isFile = path.endsWith('{filepath}')
  const words = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'))
  const last = words.at(-1) ?? ''
  const isOne = path.endsWith('}')
  const spelled = words.map((word, n) => capital(n === 0 ? first(word) : singular(word)))
  const subject = (spelled.join('') || 'EnterpriseManager') + (isFile ? 'File' : '')
  if (action !== undefined) return subject + capital(action)
  if (verb === 'GET') return subject + (!isOne && singular(last) !== last ? 'List' : 'Get')
  if (verb === 'PUT' || (verb === 'POST' && isOne)) return `${subject}Edit`
  if (verb === 'DELETE') return `${subject}Delete`
  return /^(start|stop|retry|toggleScheduleEnabled)$/.test(last) ? subject : `${subject}Create`
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `jobs` → `job`. */
export const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : /(ss|us|^nas)$/.test(word)
      ? word
      : word.replace(/(ss|x)es$/, '$1').replace(/([^s])s$/, '$1')
