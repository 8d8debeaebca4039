import {
  startEnterpriseManager,
  type EnterpriseManager,
  type EntityForm,
  type EntityType,
  type FaultRule,
  type Options,
  type Scenario,
  type ScenarioFile,
  type WorldHandle,
} from 'mock-enterprise-manager'

const estate: Scenario = {
  name: 'mine',
  says: 'One server, one job.',
  servers: [
    {
      name: 'vbr01.example.test',
      repositories: [{ name: 'Main', kind: 'LinuxLocal', capacityTb: 10 }],
      jobs: [{ name: 'Nightly', type: 'Backup', repository: 'Main', objects: 3, daily: '22:00' }],
    },
  ],
}

// Kept apart from the call, 'off' and 'frozen' are any text: it needs no cast.
const quiet = { httpPort: 0, httpsPort: 'off', now: '2026-01-15T08:00:00Z', clock: 'frozen' }
const all: Options = {
  ...quiet,
  clock: { rate: 60 },
  user: ['admin:secret', { name: 'reader', password: 'secret', role: 'Portal User' }],
  sessionTimeout: '15m',
  dialect: 'v13',
  database: undefined,
}
// A path that is put together is known by its ending.
const file: ScenarioFile = `${all.now ?? ''}/estate.json`

async function day(options: Options): Promise<string> {
  await using em: EnterpriseManager = await startEnterpriseManager({ ...quiet, ...options })
  const world: WorldHandle = em.world('checkout')
  const type: EntityType = 'BackupJobSession'
  const added: EntityForm = world.entities.add(type, { JobName: 'Nightly', Result: 'Failed' })
  const rule: FaultRule = { name: 'busy', when: 'Operation==JobStart', effect: { status: 503 } }
  world.faults.add(rule)
  world.outcomes.set({ job: 'Nightly', result: 'Warning' })
  world.clock.advance('PT2H')
  world.journal.expect({ that: 'Status>=500', exactly: 0 })
  await world.play('bad-night')
  await world.play(estate)
  await world.load(world.dump())
  await em.waitFor({ that: 'Operation==JobStart', timeout: 'PT1S' })
  const { headers } = em.logon()
  return `${added.name} ${headers['X-RestSvcSessionId']} ${em.httpUrl ?? em.url}`
}

export const days = [day({ scenario: estate }), day({ scenario: 'bad-night' }), day({ scenario: file }), day(all)]

// @ts-expect-error -- a name that is none.
void startEnterpriseManager({ scenario: 'bad-nigth' })
// @ts-expect-error -- a job needs a repository.
void startEnterpriseManager({ scenario: { ...estate, servers: [{ name: 'a', jobs: [{}] }] } })
// @ts-expect-error -- an option that is none.
void startEnterpriseManager({ htttpPort: 0 })
// @ts-expect-error -- a dialect that is none.
void startEnterpriseManager({ dialect: 'v14' })

export function misspelt(em: EnterpriseManager): void {
  // @ts-expect-error -- a type that is none.
  em.entities.add('BackupJobSesion', {})
  // @ts-expect-error -- a type that is none.
  em.entities.list('Jobs')
  // @ts-expect-error -- a scenario that is none.
  void em.play('bad-nigth')
  // @ts-expect-error -- a result that is none.
  em.outcomes.set({ job: 'Nightly', result: 'Fialed' })
  // @ts-expect-error -- an effect that is none.
  em.faults.add({ name: 'busy', effect: { explode: true } })
}
