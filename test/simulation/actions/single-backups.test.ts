import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forceOutcome } from '../../../src/simulation/jobs/forced-outcomes.ts'
import { tableOf } from '../../../src/simulation/core/table-of.ts'
import {
  backup, backupFile, backupJobSession, repository, restorePoint, vmRestorePoint,
} from '../../../src/resources/index.ts' // prettier-ignore
import { openActor } from '../../support/actor.ts'
import { jobState } from '../../../src/simulation/jobs/job-state.ts'

// Backups that somebody wants of a machine, whatever its job's schedule is.

let admin: Awaited<ReturnType<typeof openActor>>
let server: string
let machine: string
let into: string
beforeAll(async () => {
  admin = await openActor({ scenario: 'default' })
  const job = [...admin.em.simulation.state(jobState).jobs.values()].find(({ name }) => name === 'Backup Job 1')
  server = job?.up.BackupServer ?? ''
  machine = job?.objects[0]?.uid ?? ''
  into = job?.repository ?? ''
  forceOutcome(admin.em.simulation, job?.id ?? '', { result: 'Success', times: 2 })
})
afterAll(() => admin.close())

const relatedOf = (document: Readonly<Record<string, unknown>>) =>
  (document['Links'] as readonly { Rel: string; Href: string }[]).find(({ Rel }) => Rel === 'Related')?.Href ??
  'no session'
const pointsOf = () => [...tableOf(admin.em.simulation, vmRestorePoint)].filter((it) => it.HierarchyObjRef === machine)

describe('quick backup', () => {
  it.each([
    ['XML', () => `<QuickBackupStartupSpec><VmRef>${machine}</VmRef></QuickBackupStartupSpec>`],
    ['JSON', () => ({ VmRef: machine })],
  ])('makes an increment of the machine alone (%s)', async (_, body) => {
    const before = new Set(pointsOf().map(({ id }) => id))
    const { status, document } = await admin.act(`POST /backupServers/${server}?action=quickbackup`, body())
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'QuickBackup',
      { Message: 'Ok', Success: true },
    ])
    const session = await admin.read(relatedOf(document))
    expect(session).toMatchObject({ JobName: 'Backup Job 1', State: 'Stopped', IsRetry: false })
    const tasks = await admin.read(`${relatedOf(document).replace('?format=Entity', '')}/taskSessions`)
    expect(tasks['Refs']).toHaveLength(1)
    // The oldest may go at the same time.
    const made = pointsOf().filter(({ id }) => !before.has(id))
    expect(made.map(({ Algorithm }) => Algorithm)).toEqual(['Incremental'])
  })

  it.each([
    ['of a machine that is unknown', { VmRef: 'urn:VMware:Vm:a.vm-1' }, 'Found the VmRef "urn:VMware:Vm:a.vm-1"'],
    ['of nothing', {}, 'The body is not acceptable: at QuickBackupStartupSpec, VmRef is missing.'],
  ])('%s is refused', async (_, body, message) => {
    const sessions = tableOf(admin.em.simulation, backupJobSession).size
    const told = await admin.act(`POST /backupServers/${server}?action=quickbackup`, body)
    expect(told.status).toBe(400)
    expect(told.message).toContain(message)
    expect(tableOf(admin.em.simulation, backupJobSession).size).toBe(sessions)
  }) // prettier-ignore
})

describe('VeeamZIP', () => {
  const spec = (more = {}) => ({
    VmRef: machine,
    RepositoryUid: `urn:veeam:Repository:${into}`,
    CompressionLevel: 5,
    DisableGuestQuiescence: false,
    BackupRetention: 'Never',
    ...more,
  })
  const xml = () =>
    `<VeeamZipStartupSpec><VmRef>${machine}</VmRef><RepositoryUid>urn:veeam:Repository:${into}</RepositoryUid>` +
    '<CompressionLevel>5</CompressionLevel><BackupRetention>Never</BackupRetention></VeeamZipStartupSpec>'
  const zip = (body: unknown) => admin.act(`POST /backupServers/${server}?action=veeamzip`, body)

  it.each([
    ['XML', xml],
    ['JSON', spec],
  ])('leaves a full backup of its own (%s)', async (_, body) => {
    const { simulation } = admin.em
    const jobs = simulation.state(jobState).jobs.size
    const room = tableOf(simulation, repository).get(into)?.FreeSpace ?? 0
    const { status, document } = await zip(body())
    expect([status, document['Operation']]).toEqual([202, 'VeeamZip'])
    const session = await admin.read(relatedOf(document))
    expect(session).toMatchObject({ State: 'Stopped', Result: 'Success', JobType: 'Backup' })
    const made = [...tableOf(simulation, backup)].at(-1)
    expect(made?.Name).toMatch(/^VeeamZIP_/)
    const [file] = tableOf(simulation, backupFile).under('Backup', made?.id ?? '')
    expect([file?.FileType, file?.FilePath]).toEqual(['vbk', expect.stringMatching(/\.vbk$/)])
    expect(tableOf(simulation, repository).get(into)?.FreeSpace).toBe(room - (file?.BackupSize ?? 0))
    expect(simulation.state(jobState).jobs.size).toBe(jobs)
  })

  it('goes when its time is over', async () => {
    const { simulation } = admin.em
    await zip(spec({ BackupRetention: 'TomorrowNight' }))
    const made = [...tableOf(simulation, backup)].at(-1)
    const points = () => tableOf(simulation, restorePoint).under('Backup', made?.id ?? '').length
    expect(points()).toBe(1)
    simulation.catchUp(simulation.now() + 24 * 3600e6)
    expect(points()).toBe(1)
    simulation.catchUp(simulation.now() + 48 * 3600e6)
    expect([points(), tableOf(simulation, backup).get(made?.id ?? '')]).toEqual([0, undefined])
  })

  it.each([
    [{ CompressionLevel: 9 }, 'Found the CompressionLevel 9; expected one from 1 to 5.'],
    [{ RepositoryUid: 'urn:veeam:Repository:6f9619ff-8b86-4d01-b42d-00cf4fc964ff' }, 'expected the UID of a Repository that is there'],
    [{ PasswordKeyId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' }, 'expected that of a password of the backup server'],
    [{ BackupRetention: 'Forever' }, 'VeeamZipStartupSpec/BackupRetention, found "Forever"'],
    [{ VmRef: ['urn:HyperV:Vm:a.b'] }, 'Found the VmRef "urn:HyperV:Vm:a.b"'],
  ])('%j is refused', async (more, message) => {
    const told = await zip(spec(more))
    expect(told.status).toBe(400)
    expect(told.message).toContain(message)
  }) // prettier-ignore
})
