import { describe, expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { World } from '../../src/simulation/core/simulation.ts'
import {
  backup,
  catalogVm,
  catalogVmRestorePoint,
  restorePoint,
  vAppReplicaPoint,
  vAppRestorePoint,
  vmReplicaPoint,
  vmRestorePoint,
} from '../../src/resources/index.ts'
import { builtIn, frozen, small } from '../seed/worlds.ts'

// What points of machines bring with them: the catalog, and the points of vApps.

const objects = [
  { name: 'web', vApp: 'Shop' },
  { name: 'db', vApp: 'Shop' },
  { name: 'lab', vApp: 'Lab' },
  { name: 'alone' },
]
const vCloud = { platform: 'vCloud', objects, daily: '02:00', keep: '3 points' } as const
const clouds = small(
  20,
  { ...vCloud, habit: 'troubled' },
  { ...vCloud, name: 'Replication', type: 'Replica', habit: 'troubled' },
  { name: 'Other', daily: '03:00' },
  { name: 'Copy', type: 'BackupCopy', copies: ['Nightly'], daily: '05:00' },
)
const named = (rows: Iterable<{ readonly Name: string }>) => [...rows].map(({ Name }) => Name)

/** The world as it is, and on each of some days after. */
const eachDay = (world: World, hold: () => void) => {
  for (let day = 0; day < 10; day++) {
    hold()
    world.clock.advance(days(1))
    world.settle()
  }
}

describe('the catalog', () => {
  it('holds all points of some machines of backup jobs, and no others', () => {
    const world = frozen(builtIn('docs'))
    const standard = new Set(
      [...tableOf(world, backup)]
        .filter((it) => it.Platform !== 'CustomPlatform')
        .map(({ id }) => id),
    )
    eachDay(world, () => {
      const machines = new Set(named(tableOf(world, catalogVm)))
      const expected = [...tableOf(world, vmRestorePoint)].filter(({ VmName, up }) => {
        const whole = tableOf(world, restorePoint).get(up.RestorePoint ?? '')
        return machines.has(VmName) && standard.has(whole?.up.Backup ?? '')
      })
      const points = [...tableOf(world, catalogVmRestorePoint)]
      expect(points.map((it) => [it.id, it.Name, it.BackupDateUTC])).toEqual(
        expected.map((it) => [it.id, it.VmName, it.CreationTimeUTC]),
      )
      expect(points.map(({ up }) => up.VmRestorePoint)).toEqual(expected.map(({ id }) => id))
      expect(new Set(named(points))).toEqual(machines)
    })
  })

  it('knows nothing of vCloud', () => {
    const world = frozen(small(5, { ...vCloud, objects: 40 }))
    expect(tableOf(world, vmRestorePoint).size).toBeGreaterThan(0)
    expect(tableOf(world, catalogVm).size).toBe(0)
  })
})

describe('vApps', () => {
  const vAppOf = new Map(objects.map(({ name, vApp }) => [name, vApp]))

  it('have a point in each restore point that has a machine of theirs', () => {
    const world = frozen(clouds)
    expect(tableOf(world, vAppRestorePoint).size).toBeGreaterThan(3)
    eachDay(world, () => {
      for (const { id, Platform } of tableOf(world, restorePoint)) {
        const isOfVApps = Platform === 'vCloud'
        const machines = isOfVApps ? tableOf(world, vmRestorePoint).under('RestorePoint', id) : []
        const expected = new Set(machines.flatMap(({ VmName }) => vAppOf.get(VmName) ?? []))
        const found = tableOf(world, vAppRestorePoint).under('RestorePoint', id)
        expect(found.map((it) => it.VAppDisplayName)).toEqual([...expected])
      }
      for (const { up } of tableOf(world, vAppRestorePoint))
        expect(tableOf(world, restorePoint).get(up.RestorePoint ?? '')).toBeDefined()
    })
  })

  it('have a replica point for what one run made of their machines', () => {
    const world = frozen(clouds)
    expect(tableOf(world, vAppReplicaPoint).size).toBeGreaterThan(3)
    eachDay(world, () => {
      const held = [...tableOf(world, vAppReplicaPoint)].flatMap((row) =>
        (row.related?.['VmReplicaPoint'] ?? []).map((id) => ({ id, row })),
      )
      for (const { id, row } of held) {
        const machine = tableOf(world, vmReplicaPoint).get(id)
        expect(machine?.up).toEqual(row.up)
        expect(vAppOf.get(machine?.VmDisplayName ?? '')).toBe(row.VAppName)
      }
      const inVApps = [...tableOf(world, vmReplicaPoint)].filter((it) =>
        vAppOf.get(it.VmDisplayName),
      )
      expect(held.map(({ id }) => id).sort()).toEqual(inVApps.map(({ id }) => id).sort())
    })
  })

  it('are what a job holds, rather than the machines in them', () => {
    const world = frozen(clouds)
    const held = [...world.store.table('Job')].map((row) => {
      const { JobInfo } = row as unknown as {
        readonly JobInfo: Readonly<
          Record<
            string,
            {
              readonly Includes?: readonly {
                readonly Name: string
                readonly HierarchyObjRef: string
              }[]
            }
          >
        >
      }
      const { Includes = [] } = Object.values(JobInfo)[0]!
      return Includes.map(({ Name, HierarchyObjRef }) => `${HierarchyObjRef.split(':')[2]} ${Name}`)
    })
    expect(held).toEqual([
      ['Vapp Shop', 'Vapp Lab', 'Vm alone'],
      ['Vapp Shop', 'Vapp Lab', 'Vm alone'],
      ['Vm a', 'Vm b', 'Vm c'],
      [],
    ])
  })
})
