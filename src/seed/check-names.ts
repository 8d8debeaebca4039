import type { Node } from 'jsonc-parser'
import type { JobType } from '#seed-data'
import { member, type Complaint } from './check-shape.ts'
import { platformsOf } from './job-kinds.ts'
import { nearest } from '#grammar'

/** The first name in a scenario of the right shape that leads nowhere or is given twice; nothing if all is well. */
export function checkNames(scenario: Node): Complaint | undefined {
  const servers = items(member(scenario, 'servers'))
  const jobs = servers.flatMap((server) => items(member(server, 'jobs')))
  const allJobs = jobs.flatMap(jobNames)
  const incidents = items(member(scenario, 'incidents'))
  return (
    twice(
      servers.flatMap((it) => member(it, 'name') ?? []),
      'A backup server',
    ) ??
    twice(
      jobs.flatMap((it) => member(it, 'name') ?? []),
      'A job',
    ) ??
    first(servers, checkServer) ??
    first(incidents, (it) => checkIncident(it, servers, jobs, allJobs)) ??
    first(items(member(scenario, 'known')), (it) => unknown(member(it, 'job'), allJobs, 'job'))
  )
}

function checkServer(server: Node): Complaint | undefined {
  const repositories = items(member(server, 'repositories')).flatMap(
    (it) => member(it, 'name') ?? [],
  )
  const names = repositories.map(wordOf)
  const jobs = items(member(server, 'jobs'))
  const siblings = jobs.flatMap(jobNames)
  return (
    twice(repositories, 'A repository of this server') ??
    first(
      jobs,
      (job) =>
        unknown(member(job, 'repository'), names, 'repository of this server') ??
        checkPlatform(job) ??
        unknown(member(job, 'after'), siblings, 'job of this server') ??
        first(items(member(job, 'copies')), (it) => unknown(it, siblings, 'job of this server')) ??
        first(items(member(job, 'copiesRepositories')), (it) =>
          unknown(it, names, 'repository of this server'),
        ) ??
        twice(items(member(job, 'objects')).map(objectName), 'An object of this job') ??
        checkVApps(job),
    )
  )
}

function checkPlatform(job: Node): Complaint | undefined {
  const type = wordOf(member(job, 'type')) as JobType
  return unknown(member(job, 'platform'), platformsOf(type), `platform for type ${type}`)
}

function checkVApps(job: Node): Complaint | undefined {
  if (wordOf(member(job, 'platform')) === 'vCloud') return undefined
  return first(items(member(job, 'objects')), (it) => {
    const vApp = member(it, 'vApp')
    return vApp && { offset: vApp.offset, says: 'only jobs of platform vCloud have vApps.' }
  })
}

function checkIncident(
  incident: Node,
  servers: readonly Node[],
  jobs: readonly Node[],
  allJobs: readonly string[],
): Complaint | undefined {
  const name = member(incident, 'job')
  const wrong =
    unknown(name, allJobs, 'job') ??
    unknown(member(incident, 'server'), servers.map(nameOf), 'backup server') ??
    unknown(member(incident, 'repository'), finite(servers), 'repository that could be full')
  if (wrong !== undefined) return wrong
  const job = jobs.find((it) => jobNames(it).includes(wordOf(name)))
  const objects = items(member(job, 'objects')).map((it) => wordOf(objectName(it)))
  // Copies work on what other jobs do, and names that are made up are not known here.
  return objects.length === 0
    ? undefined
    : unknown(member(incident, 'object'), objects, 'object of this job')
}

function unknown(
  node: Node | undefined,
  known: readonly string[],
  what: string,
): Complaint | undefined {
  if (node === undefined || known.includes(wordOf(node))) return undefined
  const near = nearest(wordOf(node), known)
  const hint =
    near === undefined ? `There are ${known.join(', ') || 'none'}.` : `Did you mean "${near}"?`
  return { offset: node.offset, says: `there is no ${what} "${wordOf(node)}". ${hint}` }
}

function twice(names: readonly Node[], what: string): Complaint | undefined {
  const again = names.find((it, i) => names.slice(0, i).some((other) => other.value === it.value))
  return again && { offset: again.offset, says: `${what} is called "${wordOf(again)}" already.` }
}

/** One, or as many as `times` says. */
function jobNames(job: Node): string[] {
  const name = wordOf(member(job, 'name'))
  const times: unknown = member(job, 'times')?.value
  if (typeof times !== 'number') return [name]
  const digits = Math.max(2, String(times).length)
  return Array.from({ length: times }, (_, i) => `${name} ${String(i + 1).padStart(digits, '0')}`)
}

/** The repositories that have an end, by name: object storage has none. */
const finite = (servers: readonly Node[]): readonly string[] =>
  servers
    .flatMap((server) => items(member(server, 'repositories')))
    .filter((it) => wordOf(member(it, 'kind')) !== 'AmazonS3Compatible')
    .map(nameOf)

const items = (node: Node | undefined): readonly Node[] =>
  node?.type === 'array' ? (node.children ?? []) : []
const objectName = (node: Node): Node => member(node, 'name') ?? node
const nameOf = (node: Node): string => wordOf(member(node, 'name'))
const wordOf = (node: Node | undefined): string => String(node?.value)

function first<T>(
  all: readonly T[],
  check: (it: T) => Complaint | undefined,
): Complaint | undefined {
  for (const it of all) {
    const complaint = check(it)
    if (complaint !== undefined) return complaint
  }
  return undefined
}
