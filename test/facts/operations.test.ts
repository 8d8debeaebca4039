import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { served } from '../../src/http/routes/served.ts'

// What is served follows from definitions, actions and routes. What em_rest lists is evidence beside it.

/** `GET /jobs/{id}`, `POST /jobs/{id}?start`. */
const said = (method: string, path: string, action?: string): string =>
  `${method} ${path}${action === undefined ? '' : `?${action}`}`
const folder = new URL('operations/', import.meta.url)
const listed = readdirSync(folder)
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
  .flatMap((line) => {
    const [path = '', ...methods] = line.split(' ')
    return methods.map((each) => {
      const [method = '', action] = each.split('?')
      return said(method, path, action)
    })
  })
const all = served.all.map(({ method, path, action }) => said(method, path, action))

/** Served though no page of the operation says so, and why. */
const undocumented: Readonly<Record<string, string>> = {
  'POST /agents/jobs/{id}/retry': 'as jobs are asked, and clients ask',
  'POST /agents/jobs/{id}/start': 'as jobs are asked, and clients ask',
  'POST /agents/jobs/{id}/stop': 'as jobs are asked, and clients ask',
  'POST /agents/jobs/{id}/toggleScheduleEnabled': 'as jobs are asked, and clients ask',
  'GET /cdpReplicas/vApps': 'the other spelling of /cdpReplica/vApps, which links use',
  'POST /cdpReplicas/vApps/{id}?failover': 'the other spelling of /cdpReplica/vApps, which links use',
  'POST /cdpReplicas/vApps/{id}?intervals': 'the other spelling of /cdpReplica/vApps, which links use',
  'GET /jobs/{id}/linkedBackupRepositories/{id}': 'links lead there',
  'GET /jobs/{id}/linkedJobs/{id}': 'links lead there',
  'POST /nas/jobs/{id}?retry': 'links lead there',
  'POST /nas/jobs/{id}?start': 'links lead there',
  'POST /nas/jobs/{id}?stop': 'links lead there',
  'POST /nas/jobs/{id}?toggleScheduleEnabled': 'links lead there',
  'GET /reports/summary/statistics': 'the reference calls job_statistics both',
}

describe('the operations', () => {
  it('that em_rest documents are served, under the paths that it has', () => {
    expect(listed.filter((each) => !all.includes(each))).toEqual([])
    expect(listed.length).toBeGreaterThan(300)
  })

  it('that are served are documented, or said to be more', () => {
    expect(all.filter((each) => !listed.includes(each)).sort()).toEqual(Object.keys(undocumented).sort())
  })

  it('have names of their own, and paths that differ in more than case and holes', () => {
    const names = served.all.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    const plain = served.all.map(({ path }) => path.toLowerCase().replace(/\{\w+\}/g, '{}'))
    expect(new Set(plain).size).toBe(new Set(served.all.map(({ path }) => path)).size)
  })
})
