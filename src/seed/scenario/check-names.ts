import type { JobType } from '#seed-data'
import { firstOf, type Complaint } from '../../json-schema/check.ts'
import type { Place } from '../../json-schema/place.ts'
import { platformsOf } from '../jobs/job-kinds.ts'
import { nearest } from '../../text/nearest.ts'

/** The first name in a scenario of the right shape that leads nowhere or is given twice; nothing if all is well. */
export function checkNames(scenario: Place): Complaint | undefined {
  const servers = itemsOf(scenario, 'servers')
  const jobs = servers.flatMap((server) => itemsOf(server, 'jobs'))
  const allJobs = jobs.flatMap(jobNames)
  const incidents = itemsOf(scenario, 'incidents')
  return (
    twice(
      servers.flatMap((it) => it.member('name') ?? []),
      'A backup server',
    ) ??
    twice(
      jobs.flatMap((it) => it.member('name') ?? []),
      'A job',
    ) ??
    firstOf(servers, checkServer) ??
    firstOf(incidents, (it) => checkIncident(it, servers, jobs, allJobs)) ??
    firstOf(itemsOf(scenario, 'known'), (it) => unknown(it.member('job'), allJobs, 'job'))
  )
}

function checkServer(server: Place): Complaint | undefined {
  const repositories = itemsOf(server, 'repositories').flatMap((it) => it.member('name') ?? [])
  const names = repositories.map(wordOf)
  const jobs = itemsOf(server, 'jobs')
  const siblings = jobs.flatMap(jobNames)
  return (
    twice(repositories, 'A repository of this server') ??
    firstOf(
      jobs,
      (job) =>
        unknown(job.member('repository'), names, 'repository of this server') ??
        checkPlatform(job) ??
        unknown(job.member('after'), siblings, 'job of this server') ??
        firstOf(itemsOf(job, 'copies'), (it) => unknown(it, siblings, 'job of this server')) ??
        firstOf(itemsOf(job, 'copiesRepositories'), (it) => unknown(it, names, 'repository of this server')) ??
        twice(itemsOf(job, 'objects').map(objectName), 'An object of this job') ??
        checkKind(job),
    )
  )
}

function checkPlatform(job: Place): Complaint | undefined {
  const type = wordOf(job.member('type')) as JobType
  return unknown(job.member('platform'), platformsOf(type), `platform for type ${type}`)
}

/** What not every kind of job has. */
function checkKind(job: Place): Complaint | undefined {
  const type = wordOf(job.member('type'))
  const made = type === 'ImmediateBackupCopy' ? job.member('madeDaysAgo') : undefined
  const isCloud = wordOf(job.member('platform')) === 'vCloud'
  return (
    made?.complain('an immediate copy runs since the jobs do that it copies.') ??
    firstOf(itemsOf(job, 'objects'), (it) => {
      const [vApp, masks] = [it.member('vApp'), it.member('masks')]
      return (
        (isCloud ? undefined : vApp?.complain('only jobs of platform vCloud have vApps.')) ??
        (type === 'NasBackup' ? undefined : masks?.complain('only jobs of type NasBackup have masks.'))
      )
    })
  )
}

function checkIncident(
  incident: Place,
  servers: readonly Place[],
  jobs: readonly Place[],
  allJobs: readonly string[],
): Complaint | undefined {
  const name = incident.member('job')
  const wrong =
    unknown(name, allJobs, 'job') ??
    unknown(incident.member('server'), servers.map(nameOf), 'backup server') ??
    unknown(incident.member('repository'), finite(servers), 'repository that could be full')
  if (wrong !== undefined) return wrong
  const job = jobs.find((it) => jobNames(it).includes(wordOf(name)))
  const objects = itemsOf(job, 'objects').map((it) => wordOf(objectName(it)))
  // Copies work on what other jobs do, and names that are made up are not known here.
  return objects.length === 0 ? undefined : unknown(incident.member('object'), objects, 'object of this job')
}

function unknown(node: Place | undefined, known: readonly string[], what: string): Complaint | undefined {
  if (node === undefined || known.includes(wordOf(node))) return undefined
  const near = nearest(wordOf(node), known)
  const hint = near === undefined ? `There are ${known.join(', ') || 'none'}.` : `Did you mean "${near}"?`
  return node.complain(`there is no ${what} "${wordOf(node)}". ${hint}`)
}

function twice(names: readonly Place[], what: string): Complaint | undefined {
  const again = names.find((it, i) => names.slice(0, i).some((other) => other.value === it.value))
  return again?.complain(`${what} is called "${wordOf(again)}" already.`)
}

/** One, or as many as `times` says. */
function jobNames(job: Place): string[] {
  const name = wordOf(job.member('name'))
  const times: unknown = job.member('times')?.value
  if (typeof times !== 'number') return [name]
  const digits = Math.max(2, String(times).length)
  return Array.from({ length: times }, (_, i) => `${name} ${String(i + 1).padStart(digits, '0')}`)
}

/** The repositories that have an end, by name: object storage has none. */
const finite = (servers: readonly Place[]): readonly string[] =>
  servers
    .flatMap((server) => itemsOf(server, 'repositories'))
    .filter((it) => wordOf(it.member('kind')) !== 'AmazonS3Compatible')
    .map(nameOf)

const itemsOf = (place: Place | undefined, name: string): readonly Place[] => place?.member(name)?.items() ?? []
const objectName = (object: Place): Place => object.member('name') ?? object
const nameOf = (place: Place): string => wordOf(place.member('name'))
const wordOf = (place: Place | undefined): string => place?.word ?? 'undefined'
