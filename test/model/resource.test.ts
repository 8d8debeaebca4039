import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Instant } from '../../src/clock/instant.ts'
import { defineResource, type EntityOf } from '../../src/model/resource.ts'
import {
  attribute,
  enumeration,
  hidden,
  list,
  dateTime,
  onlyJson,
  optional,
  struct,
  text,
  boolean,
  uid,
} from '../../src/model/shape.ts'

const described = {
  name: 'Run',
  plural: 'Runs',
  path: 'runs',
  fields: {
    JobUid: uid('Job'),
    Label: attribute(text()),
    Secret: hidden(text()),
    Result: enumeration('None', 'Failed'),
    MadeTimeUTC: dateTime(),
    EndTimeUTC: optional(dateTime()),
    Nothing: onlyJson(null),
    Parts: list('Part', struct({ Is: boolean() })),
  },
  up: { Job: 'Job', Parent: 'Run' },
  links: [],
  referenceLinks: [],
  collections: [],
} as const
const run = defineResource({
  ...described,
  naming: { by: 'run', of: 'Label', at: 'MadeTimeUTC' },
  query: ['Label', 'MadeTimeUTC', ['Type', 'Result'], ['JobUid', 'Job.UID'], ['ParentName', 'Parent.Name']],
  windowMember: 'MadeTimeUTC',
}) // prettier-ignore

describe('a definition', () => {
  it('gives every query name its meaning', () => {
    expect(run.query).toEqual({
      UID: { of: 'id' },
      Name: { of: 'name' },
      Label: { of: 'member', member: 'Label' },
      MadeTimeUTC: { of: 'member', member: 'MadeTimeUTC' },
      MadeTime: { of: 'member', member: 'MadeTimeUTC' },
      Type: { of: 'member', member: 'Result' },
      JobUid: { of: 'roleId', role: 'Job' },
      ParentName: { of: 'roleName', role: 'Parent' },
    })
  })

  it('is named by its own Name and found in its plural, unless it says otherwise', () => {
    const { naming, container } = defineResource({ ...described, query: [] })
    expect([naming, container]).toEqual([{ by: 'name' }, 'Runs'])
    expect(defineResource({ ...described, query: [], container: 'RunList' }).container).toBe('RunList')
    expect(run.naming).toEqual({ by: 'run', of: 'Label', at: 'MadeTimeUTC' })
  })

  it('types its rows', () => {
    expectTypeOf<EntityOf<typeof run>['Result']>().toEqualTypeOf<'None' | 'Failed'>()
    expectTypeOf<EntityOf<typeof run>['EndTimeUTC']>().toEqualTypeOf<Instant | undefined>()
    expectTypeOf<EntityOf<typeof run>['Secret']>().toEqualTypeOf<string>()
    expectTypeOf<EntityOf<typeof run>['Parts'][number]['Is']>().toEqualTypeOf<boolean>()
    expectTypeOf<EntityOf<typeof run>>().not.toHaveProperty('Nothing')
  })

  it('names only what there is', () => {
    // @ts-expect-error -- there is no such member
    defineResource({ ...described, query: ['Labl'] })
    // @ts-expect-error -- there is no such role
    defineResource({ ...described, query: [['ServerUid', 'Server.UID']] })
    // @ts-expect-error -- a window is by a moment
    defineResource({ ...described, query: [], windowMember: 'Label' })
  })
})
