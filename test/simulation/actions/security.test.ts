import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

let actor: Awaited<ReturnType<typeof openActor>>
let roles: Readonly<Record<string, string>>
let root: string
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
  roles = await idsByName('/security/roles')
  root = (await actor.ids('HierarchyRoot', 'HostType==VC'))[0]!
})
afterAll(() => actor.close())

async function idsByName(path: string): Promise<Readonly<Record<string, string>>> {
  const { Refs } = (await actor.read(path)) as { Refs: readonly { Name: string; UID: string }[] }
  return Object.fromEntries(Refs.map(({ Name, UID }) => [Name, UID.split(':').at(-1) ?? '']))
}
const pathOf = async (name: string) => `/security/accounts/${(await idsByName('/security/accounts'))[name]}`
const rolesOf = async (account: string) => {
  const list = (await actor.read(`${account}/roles`))['EnterpriseAccountInRoles']
  return (list as readonly { RoleName: string }[]).map(({ RoleName }) => RoleName)
}
interface Scope {
  readonly Name: string
  readonly HierarchyObjectType: string
  readonly Platform: string
  readonly HierarchyRootName: string
  readonly State: string
  readonly Href: string
}
const scopesOf = async (account: string) =>
  (await actor.read(`${account}/scopes`))['EnterpriseAccountHierarchyScopes'] as readonly Scope[]
const below = (href = '') => href.replace(/^.*\/api/, '')
const uid = (role: string) => `urn:veeam:EnterpriseRole:${roles[role] ?? role}`
const nowhere = '00000000-0000-0000-0000-000000000000'

/** As em_rest has it, of a name. */
const william = (members: object = {}) => ({
  AccountType: 'User',
  AccountName: 'TECH\\william.fox',
  Roles: { EnterpriseRoles: [{ EnterpriseRoleUid: uid('File Restore Operator') }] },
  AllowRestoreAllVms: true,
  ...members,
})

describe('an account', () => {
  it('is made by JSON, and found where its Location says', async () => {
    const settings = { FlrInplaceOnly: false, FlrExtentionRestrictions: 'doc,pptx,pdf' }
    const { status, location } = await actor.act(
      'POST /security/accounts',
      william({ FlrSettings: settings, SqlSettings: { DenyInPlaceRestore: true } }),
    )
    expect([status, below(location)]).toEqual([201, await pathOf('TECH\\william.fox')])
    expect(await actor.read(`${below(location)}?format=Entity`)).toMatchObject({
      Name: 'TECH\\william.fox',
      AccountType: 'User',
      AllowRestoreAllVms: true,
      FlrSettings: settings,
      SqlSettings: { DenyInPlaceRestore: true },
    })
    expect(await rolesOf(below(location))).toEqual(['File Restore Operator'])
    expect(await scopesOf(below(location))).toEqual([])
  })

  it('is made by XML, with what it may restore', async () => {
    const [share] = (await actor.read('/nas/fileServers?format=Entity'))['FileServers'] as readonly {
      HierarchyObjRef: string
      Name: string
    }[]
    const { status, location } = await actor.act(
      'POST /security/accounts',
      `<?xml version="1.0" encoding="utf-8"?>
<EnterpriseAccountCreateSpec xmlns="http://www.veeam.com/ent/v1.0">
  <AccountType>User</AccountType>
  <AccountName>TECH\\mary.smith</AccountName>
  <Roles>
    <EnterpriseRole><EnterpriseRoleUid>${uid('File Restore Operator')}</EnterpriseRoleUid></EnterpriseRole>
  </Roles>
  <AllowRestoreAllVms>false</AllowRestoreAllVms>
  <HierarchyScopeObjects>
    <HierarchyScopeItem>
      <HierarchyObjRef>${share!.HierarchyObjRef}</HierarchyObjRef>
      <ObjectName>${share!.Name}</ObjectName>
    </HierarchyScopeItem>
  </HierarchyScopeObjects>
</EnterpriseAccountCreateSpec>`,
    )
    expect(status).toBe(201)
    expect(await scopesOf(below(location))).toMatchObject([
      { Name: share!.Name, Platform: 'NasBackup', State: 'Unprocessed' },
    ])
  })

  it('may be given the empty scope of the example', async () => {
    const { status, location } = await actor.act(
      'POST /security/accounts',
      william({
        AccountName: 'TECH\\anyone',
        AllowRestoreAllVms: false,
        HierarchyScopeObjects: { HierarchyScopeItems: [{ HierarchyObjRef: '', ObjectName: '' }] },
      }),
    )
    expect([status, await scopesOf(below(location))]).toEqual([201, []])
  })

  it.each([
    ['a name that is taken', { AccountName: 'builtin\\administrators' }],
    ['a name without its domain', { AccountName: 'william.fox' }],
    ['a name of another type', { AccountType: 'ExternalUser' }],
    ['no roles', { Roles: { EnterpriseRoles: [] } }],
    ['a role that is none', { Roles: { EnterpriseRoles: [{ EnterpriseRoleUid: nowhere }] } }],
    ['nothing to restore', { AllowRestoreAllVms: false }],
    ['a scope that leads nowhere', { HierarchyScopeObjects: { HierarchyScopeItems: [{ HierarchyObjRef: `urn:VMware:Vm:${nowhere}.vm-1` }] } }],
  ])('is not made with %s', async (_what, members) => {
    const before = await idsByName('/security/accounts')
    const told = await actor.act(
      'POST /security/accounts',
      william({ AccountName: 'TECH\\nobody', ...members }),
    )
    expect([told.status, await idsByName('/security/accounts')]).toEqual([400, before])
    expect(told.message).not.toBe('')
  }) // prettier-ignore

  it('may restore all machines, or not, and again', async () => {
    const account = await pathOf('EXAMPLE\\restore-operator')
    for (const expected of [true, false]) {
      expect((await actor.act(`POST ${account}`)).status).toBe(204)
      expect((await actor.read(`${account}?format=Entity`))['AllowRestoreAllVms']).toBe(expected)
    }
  })

  it('is deleted, with all that is below it', async () => {
    await actor.act('POST /security/accounts', william({ AccountName: 'TECH\\brief' }))
    const account = await pathOf('TECH\\brief')
    expect((await actor.act(`DELETE ${account}`)).status).toBe(204)
    for (const path of [account, `${account}/roles`, `${account}/scopes`])
      expect((await actor.read(path))['status']).toBe(404)
    expect((await actor.act(`DELETE ${account}`)).status).toBe(404)
  })

  it('is for administrators alone', async () => {
    const user = await openActor({ scenario: 'default' }, 'portal-user')
    expect((await user.act('POST /security/accounts', william())).status).toBe(403)
    await user.close()
  })
})

describe('the roles of an account', () => {
  const xml = (role: string) => `<?xml version="1.0" encoding="utf-8"?>
<EnterpriseAccountInRoleCreateSpec xmlns="http://www.veeam.com/ent/v1.0">
  <EnterpriseRoleUid>${uid(role)}</EnterpriseRoleUid>
</EnterpriseAccountInRoleCreateSpec>`

  it('are given and taken, but for the last', async () => {
    const account = await pathOf('BUILTIN\\Administrators')
    const portal = roles['Portal Administrator'] ?? ''
    const last = await actor.act(`DELETE ${account}/roles/${portal}`)
    expect([last.status, last.message]).toEqual([400, expect.stringContaining('the last role of the account')])

    const given = await actor.act(`POST ${account}/roles`, xml('Portal User'))
    expect([given.status, below(given.location)]).toEqual([201, `${account}/roles/${roles['Portal User']}`])
    await actor.act(`POST ${account}/roles`, { EnterpriseRoleUid: uid('VM Restore Operator') })
    const held = ['Portal Administrator', 'Portal User', 'VM Restore Operator']
    expect(await rolesOf(account)).toEqual(held)
    expect((await actor.read(below(given.location)))['RoleName']).toBe('Portal User')

    expect((await actor.act(`DELETE ${below(given.location)}`)).status).toBe(204)
    expect(await rolesOf(account)).toEqual(held.filter((role) => role !== 'Portal User'))
  })

  it('are refused if they are had, unknown or not had', async () => {
    const account = await pathOf('EXAMPLE\\Help Desk')
    const before = await rolesOf(account)
    expect((await actor.act(`POST ${account}/roles`, xml('SQL Restore Operator'))).status).toBe(400)
    expect((await actor.act(`POST ${account}/roles`, xml(nowhere))).status).toBe(400)
    const portal = roles['Portal User'] ?? ''
    expect((await actor.act(`DELETE ${account}/roles/${portal}`)).status).toBe(404)
    expect(await rolesOf(account)).toEqual(before)
  })
})

describe('what an account may restore', () => {
  it('grows, is gone through, and shrinks', async () => {
    const account = await pathOf('EXAMPLE\\Help Desk')
    const before = await scopesOf(account)
    const pool = `urn:VMware:ResourcePool:${root}.resgroup-10734`
    const one = await actor.act(
      `POST ${account}/scopes`,
      `<?xml version="1.0" encoding="utf-8"?>
<HierarchyScopeCreateSpec xmlns="http://www.veeam.com/ent/v1.0">
  <HierarchyScopeItem>
    <HierarchyObjRef>${pool}</HierarchyObjRef>
    <ObjectName>Production</ObjectName>
  </HierarchyScopeItem>
</HierarchyScopeCreateSpec>`,
    )
    const two = await actor.act(`POST ${account}/scopes`, {
      HierarchyScopeItems: [
        { HierarchyObjRef: `urn:VMware:Vm:${root}.vm-7870`, ObjectName: 'VM01' },
        { HierarchyObjRef: `urn:VMware:Folder:${root}.group-v3`, ObjectName: 'Tier 1' },
      ],
    })
    expect([one.status, two.status, below(two.location)]).toEqual([201, 201, `${account}/scopes`])
    const added = (await scopesOf(account)).slice(before.length)
    const said = (State: string) =>
      ([['Production', 'ResourcePool'], ['VM01', 'Vm'], ['Tier 1', 'Folder']]).map(([Name, HierarchyObjectType]) => (
        { Name, HierarchyObjectType, HierarchyRootName: 'vcenter01.example.net', Platform: 'VMware', State }
      )) // prettier-ignore
    expect(added).toMatchObject(said('Unprocessed'))
    expect(await actor.read(below(one.location))).toMatchObject(added[0]!)

    const rebuilt = await actor.act(
      'POST /security/accounts?action=rebuildScope',
      `<RebuildScopeJobSpec xmlns="http://www.veeam.com/ent/v1.0"><RebuildUnprocessed/></RebuildScopeJobSpec>`,
    )
    expect([rebuilt.status, rebuilt.document]).toMatchObject([
      201,
      { Operation: 'StartRebuildScope', State: 'Finished', Result: { Success: true } },
    ])
    expect((await scopesOf(account)).slice(before.length)).toMatchObject(said('Processed'))

    for (const { Href } of added) expect((await actor.act(`DELETE ${below(Href)}`)).status).toBe(204)
    expect(await scopesOf(account)).toEqual(before)
    expect((await actor.act(`DELETE ${below(added[0]!.Href)}`)).status).toBe(404)
  })

  it.each([
    ['twice the same', [`urn:VMware:Vm:{root}.vm-1`, `urn:VMware:VM:{root}.vm-1`]],
    ['what is no reference', ['VM01']],
    ['a root of another platform', ['urn:HyperV:Vm:{root}.vm-1']],
    ['nothing', []],
  ])('is not %s', async (_what, refs) => {
    const account = await pathOf('EXAMPLE\\restore-operator')
    const before = await scopesOf(account)
    const { status } = await actor.act(`POST ${account}/scopes`, {
      HierarchyScopeItems: refs.map((ref) => ({
        HierarchyObjRef: ref.replace('{root}', root),
        ObjectName: 'VM01',
      })),
    })
    expect([status, await scopesOf(account)]).toEqual([400, before])
  })

  it.each([[{ RebuildAll: {} }, 201], [{ RebuildForCurrentUser: {} }, 201], [{}, 201], [{ RebuildAll: {}, RebuildUnprocessed: {} }, 400]])(
    'is gone through for %j: %i',
    async (body, expected) => {
      const { status } = await actor.act('POST /security/accounts?action=rebuildScope', body)
      expect(status).toBe(expected)
    },
  ) // prettier-ignore
})
