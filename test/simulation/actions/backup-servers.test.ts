import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'
import { chainState } from '../../../src/simulation/backups/chain-state.ts'
import { jobState } from '../../../src/simulation/jobs/job-state.ts'
import { workState } from '../../../src/simulation/core/work-state.ts'

let admin: Awaited<ReturnType<typeof openActor>>
beforeAll(async () => {
  admin = await openActor({ scenario: 'default' })
})
afterAll(() => admin.close())

const spec = (name: string) => ({
  Description: 'Veeam backup server in Columbus',
  DnsNameOrIpAddress: name,
  Port: 9392,
  Username: `${name}\\Administrator`,
  Password: '1234',
  VbrCertificateThumbprint: '0000000000000000000000000000000000000000',
  WcfPort: 9405,
})
const specXml = (name: string) =>
  `<BackupServerSpec xmlns="http://www.veeam.com/ent/v1.0">
    <Description>Veeam backup server 01</Description>
    <DnsNameOrIpAddress>${name}</DnsNameOrIpAddress>
    <Username>${name}\\Administrator</Username>
    <Port>9392</Port>
    <Password>1234</Password>
    <WcfPort>9405</WcfPort>
    <VbrCertificateThumbprint>0000000000000000000000000000000000000000</VbrCertificateThumbprint>
  </BackupServerSpec>`

interface Link {
  readonly Rel: string
  readonly Href: string
}

describe('backup servers', () => {
  it.each([
    ['XML', specXml('172.16.13.119'), '172.16.13.119'],
    ['JSON', spec('172.16.13.120'), '172.16.13.120'],
  ])('one is added, empty but whole (%s)', async (_, body, name) => {
    const { status, location = '' } = await admin.act('POST /backupServers?action=create', body)
    expect(status).toBe(201)
    const found = await admin.read(`${location}?format=Entity`)
    expect(found).toMatchObject({ status: 200, Name: name, Port: 9392, WcfPort: 9405 })
    expect(JSON.stringify(found)).not.toContain('1234"')
    for (const { Rel, Href } of found['Links'] as readonly Link[])
      if (Rel === 'Down') expect(await admin.read(Href)).toMatchObject({ status: 200 })
  })

  it.each([
    ['a name that is taken', { ...spec('vbr01.example.net'), DnsNameOrIpAddress: '<first>' }],
    ['no name', spec(' ')],
    ['no port', { ...spec('vbr77'), Port: 0 }],
    ['less than is needed', { DnsNameOrIpAddress: 'vbr77' }],
  ])('%s is refused', async (_, body) => {
    const before = await admin.ids('BackupServer')
    const first = await admin.read(`/backupServers/${before[0]}?format=Entity`)
    const name = body.DnsNameOrIpAddress.replace('<first>', String(first['Name']).toUpperCase())
    const sent = { ...body, DnsNameOrIpAddress: name }
    expect((await admin.act('POST /backupServers?action=create', sent)).status).toBe(400)
    expect(await admin.ids('BackupServer')).toEqual(before)
  })

  it.each([
    ['JSON', { DnsNameOrIpAddress: 'srv02.tech.local' }],
    ['XML', '<BackupServerSpec><DnsNameOrIpAddress>srv02.tech.local</DnsNameOrIpAddress></BackupServerSpec>'],
  ])('one is called otherwise, and the rest stays (%s)', async (_, body) => {
    const [server] = await admin.ids('BackupServer')
    const href = `/backupServers/${server}?format=Entity`
    const before = await admin.read(href)
    expect((await admin.act(`PUT /backupServers/${server}`, body)).status).toBe(204)
    const { Name, Description } = await admin.read(href)
    expect([Name, Description]).toEqual(['srv02.tech.local', before['Description']])
  })

  it('data are collected by a session of the system', async () => {
    const [server] = await admin.ids('BackupServer')
    const { status, document } = await admin.act(`POST /backupServers/${server}?action=collect`)
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'CollectingBackupServer',
      { Message: 'Data collection started. To view results, go to Sessions.', Success: true },
    ])
    const id = (await admin.ids('SystemSession')).at(-1) ?? ''
    expect(await admin.read(`/systemSessions/${id}?format=Entity`)).toMatchObject({
      SessionType: 'CollectJob',
      State: 'CompletedSuccessfully',
      CreationTimeUTC: '2026-01-15T12:00:00Z',
    })
    expect(await admin.read(`/systemSessions/${id}/events`)).toMatchObject({ status: 200 })
  })
})

describe('DELETE /backupServers/{id}', () => {
  it('takes everything along that is of the server, and nothing of others', async () => {
    const own = await openActor({ scenario: 'default' })
    const { simulation } = own.em
    const [gone = '', kept = ''] = await own.ids('BackupServer')
    const count = (server: string) =>
      simulation.store.resources.flatMap(({ name, up }) =>
        'BackupServer' in up ? [simulation.store.table(name).under('BackupServer', server).length] : [],
      )
    const others = count(kept)
    for (const job of simulation.state(jobState).jobs.values())
      if (job.up.BackupServer === gone) simulation.state(workState).movesOf.set(job.id, { moves: 'time' })
    for (const { id: job, up } of [...simulation.state(jobState).jobs.values()])
      if (up.BackupServer === gone) simulation.runEvent({ what: 'start', job })

    expect((await own.act(`DELETE /backupServers/${gone}`)).status).toBe(204)
    expect((await own.read(`/backupServers/${gone}`))['status']).toBe(404)
    expect(count(gone).every((it) => it === 0)).toBe(true)
    expect(count(kept)).toEqual(others)
    expect([...simulation.state(jobState).jobs.values()].filter(({ up }) => up.BackupServer === gone)).toEqual([])
    expect(
      [...simulation.state(jobState).runs.values()].every(({ job }) => simulation.state(jobState).jobs.has(job)),
    ).toBe(true)
    const backups = new Set([...simulation.store.table('Backup')].map(({ id }) => id))
    const replicas = new Set([...simulation.store.table('Replica')].map(({ id }) => id))
    for (const key of simulation.state(chainState).chains.keys())
      expect(backups.has(key) || replicas.has(key.split(' ')[0] ?? '')).toBe(true)
    // What was planned for it goes by unnoticed.
    simulation.catchUp(simulation.now() + 3 * 86_400e6)
    await own.close()
  })
})
