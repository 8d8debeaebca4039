import { describe, expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
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
const eachDay = (simulation: Simulation, hold: () => void) => {
  for (let day = 0; day < 10; day++) {
    hold()
    simulation.clock.advance(days(1))
    simulation.catchUp()
  }
}

describe('the catalog', () => {
  it('holds all points of some machines of backup jobs, and no others', () => {
    const simulation = frozen(builtIn('docs'))
    const standard = new Set(
      [...tableOf(simulation, backup)].filter((it) => it.Platform !== 'CustomPlatform').map(({ id }) => id),
    )
    eachDay(simulation, () => {
      const machines = new Set(named(tableOf(simulation, catalogVm)))
      const expected = [...tableOf(simulation, vmRestorePoint)].filter(({ VmName, up }) => {
        const whole = tableOf(simulation, restorePoint).get(up.RestorePoint ?? '')
        return machines.has(VmName) && standard.has(whole?.up.Backup ?? '')
      })
      const points = [...tableOf(simulation, catalogVmRestorePoint)]
      expect(points.map((it) => [it.id, it.Name, it.BackupDateUTC])).toEqual(
        expected.map((it) => [it.id, it.VmName, it.CreationTimeUTC]),
      )
      expect(points.map(({ up }) => up.VmRestorePoint)).toEqual(expected.map(({ id }) => id))
      expect(new Set(named(points))).toEqual(machines)
    })
  })

  it('knows nothing of vCloud', () => {
    const simulation = frozen(small(5, { ...vCloud, objects: 40 }))
    expect(tableOf(simulation, vmRestorePoint).size).toBeGreaterThan(0)
    expect(tableOf(simulation, catalogVm).size).toBe(0)
  })
})

describe('vApps', () => {
  const vAppOf = new Map(objects.map(({ name, vApp }) => [name, vApp]))

  it('have a point in each restore point that has a machine of theirs', () => {
    const simulation = frozen(clouds)
    expect(tableOf(simulation, vAppRestorePoint).size).toBeGreaterThan(3)
    eachDay(simulation, () => {
      for (const { id, Platform } of tableOf(simulation, restorePoint)) {
        const isOfVApps = Platform === 'vCloud'
        const machines = isOfVApps ? tableOf(simulation, vmRestorePoint).under('RestorePoint', id) : []
        const expected = new Set(machines.flatMap(({ VmName }) => vAppOf.get(VmName) ?? []))
        const found = tableOf(simulation, vAppRestorePoint).under('RestorePoint', id)
        expect(found.map((it) => it.VAppDisplayName)).toEqual([...expected])
      }
      for (const { up } of tableOf(simulation, vAppRestorePoint))
        expect(tableOf(simulation, restorePoint).get(up.RestorePoint ?? '')).toBeDefined()
    })
  })

  it('have a replica point for what one run made of their machines', () => {
    const simulation = frozen(clouds)
    expect(tableOf(simulation, vAppReplicaPoint).size).toBeGreaterThan(3)
    eachDay(simulation, () => {
      const held = [...tableOf(simulation, vAppReplicaPoint)].flatMap((row) =>
        (row.related?.['VmReplicaPoint'] ?? []).map((id) => ({ id, row })),
      )
      for (const { id, row } of held) {
        const machine = tableOf(simulation, vmReplicaPoint).get(id)
        expect(machine?.up).toEqual(row.up)
        expect(vAppOf.get(machine?.VmDisplayName ?? '')).toBe(row.VAppName)
      }
      const inVApps = [...tableOf(simulation, vmReplicaPoint)].filter((it) => vAppOf.get(it.VmDisplayName))
      expect(held.map(({ id }) => id).sort()).toEqual(inVApps.map(({ id }) => id).sort())
    })
  })

  it('are what a job holds, rather than the machines in them', () => {
    const simulation = frozen(clouds)
    const held = [...simulation.store.table('Job')].map((row) => {
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
