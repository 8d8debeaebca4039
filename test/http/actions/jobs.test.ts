import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

let it_: Awaited<ReturnType<typeof openActor>>
beforeEach(async () => {
  it_ = await openActor({ scenario: 'default' })
})
afterEach(() => it_.close())

const jobNamed = async (name: string) => (await it_.ids('Job', `Name=="${name}"`))[0] ?? ''

describe('what runs', () => {
  it('a job is started, and its task leads to the session', async () => {
    const job = await jobNamed('Backup Job 1')
    const { status, document } = await it_.act(`POST /jobs/${job}?action=start`)
    expect([status, document['State'], document['Operation']]).toEqual([202, 'Finished', 'StartJob'])
    expect(document['Result']).toEqual({
      Message: 'Job "Backup Job 1" triggered to start.',
      Success: true,
    })
    const links = document['Links'] as readonly { Rel: string; Type: string; Href: string }[]
    expect(links.map(({ Rel, Type }) => [Rel, Type])).toEqual([
      ['Delete', null],
      ['Related', 'BackupJobSession'],
    ])
    const session = await it_.read(links[1]?.Href ?? '')
    expect([session['status'], session['JobName']]).toEqual([200, 'Backup Job 1'])
  })
})
