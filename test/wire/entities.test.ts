import { describe, expect, it } from 'vitest'
import type { Row } from '../../src/model/shape.ts'
import { rowWriter, type Form, type Language } from '../../src/wire/representation.ts'
import { asRoot } from '../../src/wire/write-xml.ts'
import { definition, estate, lookUp } from './estate.ts'
import { guidOf } from './shapes.ts'

const base = 'http://em:9399/api'

const write = (type: string, row: Row, form: Form, language: Language): string =>
  rowWriter(definition(type), form, language)(row, base, lookUp)

/** A line for each element, so that a golden file can be read; the elements are as they were written. */
function inLines(xml: string): string {
  let depth = 0
  const lines = asRoot(xml).split(/(?<=>)(?=<)/)
  return lines
    .map((line) => {
      if (line.startsWith('</')) depth--
      const indented = '  '.repeat(depth) + line
      if (/^<[^?/]/.test(line) && !/\/>$|<\//.test(line)) depth++
      return indented
    })
    .join('\n')
}

const kebab = (type: string) => type.replace(/\B[A-Z]/g, '-$&').toLowerCase()
const golden = (type: string, what: string) => `../golden/${kebab(type)}.${what}`

describe.each<[string, Row]>(Object.entries(estate))('%s looks as its golden file', (type, row) => {
  it.each(['entity', 'reference'] as const)('as %s', async (form) => {
    const xml = inLines(write(type, row, form, 'xml'))
    await expect(`${xml}\n`).toMatchFileSnapshot(golden(type, `${form}.xml`))
    const json = JSON.stringify(JSON.parse(write(type, row, form, 'v12')), null, 2)
    await expect(`${json}\n`).toMatchFileSnapshot(golden(type, `${form}.json`))
  })

  it('as entity of EM 13', async () => {
    const json = JSON.stringify(JSON.parse(write(type, row, 'entity', 'v13')), null, 2)
    await expect(`${json}\n`).toMatchFileSnapshot(golden(type, 'entity.v13.json'))
  })
})

const { BackupJobSession: session, Job: job, Backup: backup, BackupTaskSession: task } = estate

describe('BackupJobSession, to the letter', () => {
  it.each<[Form, Language, string]>([
    [
      'entity',
      'xml',
      '<BackupJobSession Href="http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008?format=Entity" Type="BackupJobSession" Name="Mail &amp; &quot;Calendar&quot;@2025-08-16 01:15:03.389954" UID="urn:veeam:BackupJobSession:00000000-0000-4000-8000-000000000008">' +
        '<Links>' +
        '<Link Href="http://em:9399/api/backupServers/00000000-0000-4000-8000-000000000001" Name="vbr-porto.example.net" Type="BackupServerReference" Rel="Up" />' +
        '<Link Href="http://em:9399/api/jobs/00000000-0000-4000-8000-000000000003" Name="Mail &amp; &quot;Calendar&quot;" Type="JobReference" Rel="Up" />' +
        '<Link Href="http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008" Name="Mail &amp; &quot;Calendar&quot;@2025-08-16 01:15:03.389954" Type="BackupJobSessionReference" Rel="Alternate" />' +
        '<Link Href="http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008/taskSessions" Type="BackupTaskSessionReferenceList" Rel="Down" />' +
        '<Link Href="http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008?action=stop" Rel="Stop" />' +
        '<Link Href="http://em:9399/api/restorePoints/00000000-0000-4000-8000-000000000006" Name="2025-08-16 01:15:12.48013" Type="RestorePointReference" Rel="Related" />' +
        '</Links>' +
        '<JobUid>urn:veeam:Job:00000000-0000-4000-8000-000000000003</JobUid>' +
        '<JobName>Mail &amp; "Calendar"</JobName>' +
        '<JobType>Backup</JobType>' +
        '<CreationTimeUTC>2025-08-16T01:15:03.389954Z</CreationTimeUTC>' +
        '<EndTimeUTC>2025-08-16T01:41:55.62Z</EndTimeUTC>' +
        '<State>Stopped</State>' +
        '<Result>Warning</Result>' +
        '<Progress>100</Progress>' +
        '<IsRetry>false</IsRetry>' +
        '</BackupJobSession>',
    ],
    [
      'reference',
      'xml',
      '<Ref UID="urn:veeam:BackupJobSession:00000000-0000-4000-8000-000000000008" Name="Mail &amp; &quot;Calendar&quot;@2025-08-16 01:15:03.389954" Href="http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008" Type="BackupJobSessionReference">' +
        '<Links>' +
        '<Link Href="http://em:9399/api/backupServers/00000000-0000-4000-8000-000000000001" Name="vbr-porto.example.net" Type="BackupServerReference" Rel="Up" />' +
        '<Link Href="http://em:9399/api/jobs/00000000-0000-4000-8000-000000000003" Name="Mail &amp; &quot;Calendar&quot;" Type="JobReference" Rel="Up" />' +
        '<Link Href="http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008?format=Entity" Name="Mail &amp; &quot;Calendar&quot;@2025-08-16 01:15:03.389954" Type="BackupJobSession" Rel="Alternate" />' +
        '<Link Href="http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008/taskSessions" Type="BackupTaskSessionReferenceList" Rel="Down" />' +
        '</Links>' +
        '</Ref>',
    ],
    [
      'entity',
      'v12',
      '{"IsRetry":false,' +
        '"JobUid":"urn:veeam:Job:00000000-0000-4000-8000-000000000003",' +
        '"JobName":"Mail & \\"Calendar\\"",' +
        '"JobType":"Backup",' +
        '"CreationTimeUTC":"2025-08-16T01:15:03.389954Z",' +
        '"EndTimeUTC":"2025-08-16T01:41:55.62Z",' +
        '"State":"Stopped",' +
        '"Result":"Warning",' +
        '"Progress":100,' +
        '"FailureMessage":null,' +
        '"Name":"Mail & \\"Calendar\\"@2025-08-16 01:15:03.389954",' +
        '"UID":"urn:veeam:BackupJobSession:00000000-0000-4000-8000-000000000008",' +
        '"Links":[' +
        '{"Rel":"Up","Href":"http://em:9399/api/backupServers/00000000-0000-4000-8000-000000000001","Name":"vbr-porto.example.net","Type":"BackupServerReference"},' +
        '{"Rel":"Up","Href":"http://em:9399/api/jobs/00000000-0000-4000-8000-000000000003","Name":"Mail & \\"Calendar\\"","Type":"JobReference"},' +
        '{"Rel":"Alternate","Href":"http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008","Name":"Mail & \\"Calendar\\"@2025-08-16 01:15:03.389954","Type":"BackupJobSessionReference"},' +
        '{"Rel":"Down","Href":"http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008/taskSessions","Name":null,"Type":"BackupTaskSessionReferenceList"},' +
        '{"Rel":"Stop","Href":"http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008?action=stop","Name":null,"Type":null},' +
        '{"Rel":"Related","Href":"http://em:9399/api/restorePoints/00000000-0000-4000-8000-000000000006","Name":"2025-08-16 01:15:12.48013","Type":"RestorePointReference"}' +
        '],' +
        '"Href":"http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008?format=Entity",' +
        '"Type":"BackupJobSession"}',
    ],
    [
      'reference',
      'v13',
      '{"links":[' +
        '{"rel":"Up","href":"http://em:9399/api/backupServers/00000000-0000-4000-8000-000000000001","name":"vbr-porto.example.net","type":"BackupServerReference"},' +
        '{"rel":"Up","href":"http://em:9399/api/jobs/00000000-0000-4000-8000-000000000003","name":"Mail & \\"Calendar\\"","type":"JobReference"},' +
        '{"rel":"Alternate","href":"http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008?format=Entity","name":"Mail & \\"Calendar\\"@2025-08-16 01:15:03.389954","type":"BackupJobSession"},' +
        '{"rel":"Down","href":"http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008/taskSessions","name":null,"type":"BackupTaskSessionReferenceList"}' +
        '],' +
        '"uid":"urn:veeam:BackupJobSession:00000000-0000-4000-8000-000000000008",' +
        '"name":"Mail & \\"Calendar\\"@2025-08-16 01:15:03.389954",' +
        '"href":"http://em:9399/api/backupSessions/00000000-0000-4000-8000-000000000008",' +
        '"type":"BackupJobSessionReference"}',
    ],
  ])('as %s in %s', (form, language, text) => {
    expect(write('BackupJobSession', session, form, language)).toBe(text)
  })
})

describe('members in the way of the real server', () => {
  it('a running session has no EndTimeUTC, in neither', () => {
    const running = { ...session, EndTimeUTC: undefined, State: 'Working', Result: 'None' }
    expect(write('BackupJobSession', running, 'entity', 'xml')).toContain(
      'Z</CreationTimeUTC><State>Working</State><Result>None</Result>',
    )
    expect(write('BackupJobSession', running, 'entity', 'v12')).toContain('Z","State":"Working","Result":"None",')
  })

  it('a failure has its message in both', () => {
    const failed = { ...session, Result: 'Failed', FailureMessage: 'Host <esx-3> is gone\r\nRetry' }
    expect(write('BackupJobSession', failed, 'entity', 'xml')).toContain(
      '<FailureMessage>Host &lt;esx-3&gt; is gone&#xD;\nRetry</FailureMessage><IsRetry>',
    )
    expect(write('BackupJobSession', failed, 'entity', 'v13')).toContain(
      '"failureMessage":"Host <esx-3> is gone\\r\\nRetry","name":',
    )
  })

  it('VmDisplayName is the last attribute, and a member before Name in JSON', () => {
    expect(write('BackupTaskSession', task, 'entity', 'xml')).toMatch(
      /^<BackupTaskSession Href="[^"]*" Type="[^"]*" Name="[^"]*" UID="[^"]*" VmDisplayName="mail01"><Links>/,
    )
    expect(write('BackupTaskSession', task, 'entity', 'v12')).toContain(
      '"VmDisplayName":"mail01","Name":"mail01@2025-08-16 01:15:40.07"',
    )
  })

  it.each([
    // With the server's offset: documented in XML, recorded on 10 in JSON.
    ['time of day', '<Time>01:15:00.0000000+00:00</Time>', '"Time":"2025-03-02T01:15:00+00:00"'],
    ['words repeated', '<Days>Sunday</Days><Days>Monday</Days>', '"Days":["Sunday","Monday"]'],
    ['no words', '<DayOfWeek>Saturday</DayOfWeek><DayOfMonth>1', '"Months":[],"DayOfMonth":1'],
    [
      'a list of words',
      '<ExcludedIndexingFolders><Path>%windir%</Path><Path>C:\\R&amp;D "old"</Path></ExcludedIndexingFolders>',
      '"ExcludedIndexingFolders":["%windir%","C:\\\\R&D \\"old\\""]',
    ],
    ['an empty list of words', '<IncludedIndexingFolders />', '"IncludedIndexingFolders":[]'],
    [
      'a list of structs',
      '<Includes><ObjectInJob Href="http://em:9399/api/jobs/',
      '"Includes":{"ObjectInJobs":[{"ObjectInJobId":',
    ],
    [
      'an empty list of structs',
      '<OptionsBackupWindow Enabled="false"><TimePeriods /></OptionsBackupWindow>',
      '"OptionsBackupWindow":{"TimePeriods":{"Days":[]},"Enabled":false}',
    ],
    [
      "an element's own text",
      '<Day Name="Monday">1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1</Day>',
      '{"Name":"Monday","Value":"1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1"}',
    ],
    ['a clash', '<RetrySpecified>true</RetrySpecified>', '"RetrySpecified1":true'],
    ['an absent struct', '</JobScheduleOptions>', '"ImmediateCopyMode":null,"Links":null,"Href":""'],
    ['an empty text', '<WindowsCredentialsId />', '"WindowsCredentialsId":""'],
  ])('a job has %s', (_what, xml, json) => {
    expect(write('Job', job, 'entity', 'xml')).toContain(xml)
    expect(write('Job', job, 'entity', 'v12')).toContain(json)
  })
})

describe('links', () => {
  const linksOf = (type: string, row: Row, form: Form = 'entity') =>
    (
      JSON.parse(write(type, row, form, 'v12')) as {
        readonly Links: readonly { readonly Rel: string; readonly Href: string }[]
      }
    ).Links.map(({ Rel, Href }) => `${Rel} ${Href.slice(base.length).replace(row.id, '*')}`)
  const s = `/backupServers/${guidOf(1)}`

  it.each<[string, string, Row, Form, readonly string[]]>([
    [
      'a copy job has other actions',
      'Job',
      { ...job, JobType: 'BackupCopy' } as Row,
      'entity',
      [
        `Up ${s}`, 'Alternate /jobs/*', 'Clone /jobs/*?action=clone', 'ToggleScheduleEnabled /jobs/*?action=toggleScheduleEnabled',
        'Down /jobs/*/backupSessions', 'Sync /jobs/*?action=sync', 'Down /jobs/*/linkedJobs', 'Down /jobs/*/linkedBackupRepositories',
        'Create /jobs/*/linkedJobs', 'Create /jobs/*/linkedBackupRepositories',
      ],
    ],
    [
      'a replica job has replica sessions',
      'Job',
      { ...job, JobType: 'Replica' } as Row,
      'reference',
      [`Up ${s}`, 'Alternate /jobs/*?format=Entity', 'Down /jobs/*/replicaSessions'],
    ],
    [
      'a parent backup leads to its children by Up',
      'Backup',
      { ...backup, BackupType: 'ParentBackup' } as Row,
      'entity',
      [`Up /repositories/${guidOf(2)}`, `Up ${s}`, 'Alternate /backups/*', 'Up /backups/*/childbackups?format=Entity'],
    ],
    [
      'a parent backup has no points of its own',
      'Backup',
      { ...backup, BackupType: 'ParentBackup' } as Row,
      'reference',
      [`Up ${s}`, `Up /repositories/${guidOf(2)}`, 'Alternate /backups/*?format=Entity', 'Down /backups/*/childbackups'],
    ],
    [
      'what leads to what is gone is left out',
      'BackupJobSession',
      {
        ...session,
        up: { BackupServer: guidOf(99), Job: guidOf(99) },
        related: { RestorePoint: [guidOf(98), guidOf(6), guidOf(99)] },
      },
      'entity',
      [
        'Alternate /backupSessions/*', 'Down /backupSessions/*/taskSessions', 'Stop /backupSessions/*?action=stop',
        `Related /restorePoints/${guidOf(6)}`,
      ],
    ],
    [
      'one for each restore point made, in their order',
      'BackupJobSession',
      { ...session, related: { RestorePoint: [guidOf(6), guidOf(6)] } },
      'entity',
      [
        `Up ${s}`, `Up /jobs/${guidOf(3)}`, 'Alternate /backupSessions/*', 'Down /backupSessions/*/taskSessions', 'Stop /backupSessions/*?action=stop',
        `Related /restorePoints/${guidOf(6)}`, `Related /restorePoints/${guidOf(6)}`,
      ],
    ],
    [
      "an agent's session leads to its job among the agents, and to the computers' sessions",
      'BackupJobSession',
      { ...session, JobType: 'AgentBackup', up: { AgentBackupJob: guidOf(40) }, related: {} } as Row,
      'entity',
      [
        `Up /agents/jobs/${guidOf(40)}`, 'Alternate /backupSessions/*', 'Alternate /backupSessions/*/agentManagementSessions',
        'Down /backupSessions/*/taskSessions', 'Stop /backupSessions/*?action=stop',
      ],
    ],
    [
      "a computer's session leads to its parent",
      'BackupJobSession',
      { ...session, JobType: 'AgentManagement', up: { ParentSession: guidOf(41) } } as Row,
      'reference',
      [`Up /backupSessions/${guidOf(41)}`, 'Alternate /backupSessions/*?format=Entity', 'Down /backupSessions/*/taskSessions'],
    ],
    [
      'a task that made no restore point has no Related link',
      'BackupTaskSession',
      { ...task, up: { BackupServer: guidOf(1), BackupJobSession: guidOf(8) } },
      'entity',
      [`Up ${s}`, `Up /backupSessions/${guidOf(8)}`, 'Alternate /backupTaskSessions/*'],
    ],
  ])('%s', (_what, type, row, form, links) => {
    expect(linksOf(type, row, form)).toEqual(links)
  }) // prettier-ignore
})
