import { expect, it, vi } from 'vitest'
import { addEntity } from '../../src/entities/add-entity.ts'
import { Table } from '../../src/store/table.ts'
import { openEm } from '../support/em.ts'

it.each(['BackupJobSession', 'Repository', 'RestorePoint', 'Job'])(
  'adding one more %s looks at as few rows among a thousand as among ten',
  async (type) => {
    const em = await openEm({ clock: 'frozen' })
    const { simulation } = em
    const table = simulation.store.table(type)
    const looks = [
      vi.spyOn(table, 'get'),
      vi.spyOn(table, 'at'),
      vi.spyOn(table, Symbol.iterator),
      vi.spyOn(Table.prototype, 'add'),
    ]
    const looksOf = (count: number) => {
      for (const look of looks) look.mockClear()
      const ids = Array.from({ length: count }, () => addEntity(simulation, type, {}).id)
      expect(new Set(ids).size).toBe(count)
      return looks.map(({ mock }) => mock.calls.length)
    }
    looksOf(10)
    const few = looksOf(10)
    looksOf(1000)
    expect(looksOf(10)).toEqual(few)
    vi.restoreAllMocks()
    await em.close()
  },
)

it('a new one is made after the latest that agrees, also when others were added, changed or removed meanwhile', async () => {
  const em = await openEm({ clock: 'frozen' })
  const add = async (fields: object) => {
    const { body } = await em.ask('POST /_mock/entities/Repository', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    })
    return JSON.parse(body) as { id: string; name: string; fields: { Capacity: number } }
  }
  await add({ Name: 'First', Capacity: 1000 })
  expect(await add({})).toMatchObject({ name: 'First (2)', fields: { Capacity: 1000 } })
  await add({ Name: 'Second', Capacity: 2000 })
  const after = await add({})
  expect(after).toMatchObject({ name: 'Second (2)', fields: { Capacity: 2000 } })
  await em.ask(`DELETE /_mock/entities/Repository/${after.id}`)
  expect(await add({})).toMatchObject({ name: 'Second (2)', fields: { Capacity: 2000 } })
  await em.close()
})
