import { describe, expect, it } from 'vitest'
import { readInstant } from '../../src/clock/read-instant.ts'
import { days, hours } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import type { Resource } from '../../src/model/resource.ts'
import {
  backup,
  backupFile,
  backupJobSession,
  backupTaskSession,
  repository,
  restorePoint,
  vmRestorePoint,
} from '../../src/resources/index.ts'
import { builtIn, frozen, noon } from './worlds.ts'

// Laws over every row of an estate, drawn from the definitions: a new type is under them without a test of its own.

/** Roles of `related` that are called otherwise than their type. */
const types: Readonly<Record<string, string>> = { Role: 'EnterpriseRole', Root: 'HierarchyRoot' }

const has = (simulation: Simulation, type: string, id: string): boolean =>
  simulation.store.resources.some(({ name }) => name === type) && simulation.store.table(type).get(id) !== undefined

/** What a definition's rows hold that leads nowhere, in words; a few are enough to see. */
function lost(simulation: Simulation, { name, up }: Resource): string[] {
  const found: string[] = []
  for (const row of simulation.store.table(name)) {
    for (const [role, id] of Object.entries(row.up)) {
      const type = up[role] ?? 'role of the definition'
      if (id !== undefined && !has(simulation, type, id))
        found.push(`${name} ${row.id}: its ${role} ${id} is no ${type}`)
    }
    for (const [role, ids] of Object.entries(row.related ?? {}))
      for (const id of ids)
        if (!has(simulation, types[role] ?? role, id)) found.push(`${name} ${row.id}: among its ${role} ${id} is none`)
  }
  return found.slice(0, 5)
}

const starts = [
  ['default', noon],
  ['docs', readInstant('2025-08-16T13:30:00Z')!],
] as const
const estates = starts.flatMap(([name, now]) =>
  [0, hours(7), days(8)].map((passed) => {
    const simulation = frozen(builtIn(name), { now })
    simulation.clock.advance(passed)
    simulation.catchUp()
    return [name, passed / hours(1), simulation] as const
  }),
)

it('what leads nowhere is seen', () => {
  const simulation = frozen(builtIn('docs'))
  const [gone] = tableOf(simulation, repository)
  tableOf(simulation, repository).remove(gone!.id)
  expect(lost(simulation, backup)[0]).toMatch(/^Backup .*: its Repository .* is no Repository$/)
})

describe.each(estates)('%s, %d hours on', (_, __, simulation) => {
  const { resources } = simulation.store
  const all = resources.map((resource) => [resource.name, resource] as const)

  it.each(all)('%s: whatever a row holds is there', (_, resource) => {
    expect(lost(simulation, resource)).toEqual([])
  })

  it.each(all.filter(([, { collections }]) => collections.some(({ windowed }) => windowed)))(
    '%s: every row has the moment that its window asks for',
    (name, { windowMember }) => {
      expect(windowMember).toBeDefined()
      for (const row of simulation.store.table(name)) {
        const at = (row as unknown as Readonly<Record<string, unknown>>)[windowMember!]
        expect(at, row.id).toBeTypeOf('number')
        expect(at).toBeLessThanOrEqual(simulation.clock.now())
      }
    },
  )

  it('tasks and sessions name the same job, and are as good and as long as one another', () => {
    const sessions = tableOf(simulation, backupJobSession)
    for (const task of tableOf(simulation, backupTaskSession)) {
      const session = sessions.get(task.up.BackupJobSession!)!
      expect(task.JobSessionUid).toBe(session.id)
      expect(task.JobUid).toBe(session.JobUid)
      expect(task.up.BackupServer).toBe(session.up.BackupServer)
      expect(task.CreationTimeUTC).toBeGreaterThanOrEqual(session.CreationTimeUTC)
      if (session.State === 'Stopped') expect(task.State).toBe('Completed')
    }
  })

  it('a point, its file, its machines and the backup that they are in agree', () => {
    const files = tableOf(simulation, backupFile)
    const points = tableOf(simulation, restorePoint)
    const backups = tableOf(simulation, backup)
    expect(files.size).toBe(points.size)
    for (const point of points) {
      const file = files.get(point.up.BackupFile!)!
      expect(file.up).toMatchObject({ RestorePoint: point.id, Backup: point.up.Backup })
      expect(file.up.BackupServer).toBe(backups.get(point.up.Backup!)!.up.BackupServer)
    }
    const counts = new Map<string, number>()
    for (const it of tableOf(simulation, vmRestorePoint)) {
      const { RestorePoint = '', BackupFile } = it.up
      expect(points.get(RestorePoint)!.up.BackupFile).toBe(BackupFile)
      counts.set(RestorePoint, (counts.get(RestorePoint) ?? 0) + 1)
    }
    const tasks = tableOf(simulation, backupTaskSession)
    for (const session of tableOf(simulation, backupJobSession)) {
      const own = tasks.under('BackupJobSession', session.id)
      const made = own.filter(({ up }) => up.VmRestorePoint !== undefined)
      for (const id of session.related?.['RestorePoint'] ?? [])
        expect(made.length, session.id).toBe(counts.get(id) ?? 0)
    }
  })

  it('what is free in a repository is what its files leave, unless others take room', () => {
    const backups = tableOf(simulation, backup)
    for (const { id, Name, Capacity, FreeSpace } of tableOf(simulation, repository)) {
      const own = [...tableOf(simulation, backupFile)].filter((it) => backups.get(it.up.Backup!)!.up.Repository === id)
      const rest = Capacity - own.reduce((sum, { BackupSize }) => sum + BackupSize, 0)
      if (Capacity < 0) expect(FreeSpace, Name).toBe(-1)
      else expect(FreeSpace, Name).toBe(rest - othersIn(Name))
    }
  })
})

/** What tenants keep in a repository, by its name. */
function othersIn(name: string): number {
  const stories = [builtIn('default'), builtIn('docs')].flatMap(({ servers }) => servers)
  const server = stories.find(({ repositories }) => repositories.some((it) => it.name === name))
  const quotas = server?.cloud?.tenants.flatMap(({ quotas = [] }) => quotas) ?? []
  return quotas.filter((it) => it.repository === name).reduce((sum, { usedGb = 0 }) => sum + usedGb * 1024 ** 3, 0)
}
