import { describe, expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import {
  agentRestorePoint,
  backup,
  backupFile,
  backupJobSession,
  repository,
  restorePoint,
  vmRestorePoint,
} from '../../src/resources/index.ts'
import { frozen, small } from '../seed/worlds.ts'

const spec = {
  type: 'AgentBackup',
  platform: 'AgentForLinux',
  daily: '20:00',
  objects: ['lx-1', 'lx-2'],
} as const

describe('what an agent job keeps', () => {
  const simulation = frozen(small(3, spec))
  const backups = [...tableOf(simulation, backup)]
  const childOf = (computer: string) => backups.find(({ Name }) => Name === `Nightly - ${computer}`)

  it('is a backup for each computer, within one for the job', () => {
    const [parent] = backups.filter(({ BackupType }) => BackupType === 'ParentBackup')
    expect(parent).toMatchObject({ Name: 'Nightly', Platform: 'AgentForLinux', JobName: 'Nightly' })
    expect(backups).toHaveLength(3)
    for (const computer of spec.objects)
      expect(childOf(computer)).toMatchObject({
        BackupType: 'ChildBackup',
        Platform: 'AgentForLinux',
        JobName: 'Nightly',
        up: { ParentBackup: parent!.id, Repository: parent!.up.Repository },
      })
  })

  it('is a restore point, a file and an agent restore point each night', () => {
    for (const computer of spec.objects) {
      const within = childOf(computer)!.id
      expect(tableOf(simulation, restorePoint).under('Backup', within)).toHaveLength(3)
      expect(tableOf(simulation, backupFile).under('Backup', within)).toHaveLength(3)
      const points = tableOf(simulation, agentRestorePoint).under('Backup', within)
      expect(points.map(({ PointType, ComputerName }) => [PointType, ComputerName])).toEqual([
        ['Full', computer],
        ['Increment', computer],
        ['Increment', computer],
      ])
    }
    expect(tableOf(simulation, vmRestorePoint).size).toBe(0)
  })

  it('is known to the session of the computer, not to that of the job', () => {
    const points = (type: string) =>
      [...tableOf(simulation, backupJobSession)]
        .filter(({ JobType }) => JobType === type)
        .map(({ related }) => related?.['RestorePoint']?.length ?? 0)
    expect(points('AgentManagement')).toEqual([1, 1, 1, 1, 1, 1])
    expect(points('AgentBackup')).toEqual([0, 0, 0])
  })

  it('lies in a folder of the computer, as part of its name', () => {
    const [file] = tableOf(simulation, backupFile)
    expect(file!.FilePath).toMatch(/^\/backup\/Nightly - lx-\d\/Nightly - lx-\dD[\dT-]+_\w{4}\.vbk$/)
  })
})

it.each([
  ['5 points', 5, 11],
  ['6 days', 7, 14],
])('with %s a computer has from %i to %i points after a month', (keep, least, most) => {
  const simulation = frozen(small(35, { ...spec, keep }))
  for (const { id, BackupType } of tableOf(simulation, backup)) {
    if (BackupType === 'ParentBackup') continue
    const count = tableOf(simulation, agentRestorePoint).under('Backup', id).length
    expect(count).toBeGreaterThanOrEqual(least)
    expect(count).toBeLessThanOrEqual(most)
  }
})

it('takes room, and gives it back', () => {
  const simulation = frozen(small(0, { ...spec, keep: '2 points' }))
  const free = () => [...tableOf(simulation, repository)][0]!.FreeSpace
  const all = free()
  for (let day = 0; day < 40; day++) {
    simulation.clock.advance(days(1))
    simulation.catchUp()
    const held = [...tableOf(simulation, backupFile)].reduce((sum, it) => sum + it.BackupSize, 0)
    expect(free()).toBe(all - held)
  }
})

it('a NAS job keeps nothing that is shown', () => {
  const simulation = frozen(small(3, { type: 'NasBackup', daily: '20:00' }))
  for (const resource of [backup, restorePoint, backupFile]) expect(tableOf(simulation, resource).size).toBe(0)
})
