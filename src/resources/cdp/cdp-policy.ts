import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, dateTime, text, boolean } from '../../model/shape.ts'
import { cdpPolicyInfoShape, cdpScheduleOptionsShape } from './cdp-policy-shape.ts'

const here = 'cdpPolicies'
const sessions = downTo('CdpReplicaSessionReferenceList', `/${here}/{id}/cdpReplicaSessions`)
const whenEnabled = (is: boolean) => ({ member: 'ScheduleEnabled', is: [String(is)] })

export const cdpPolicy = defineResource({
  name: 'CdpPolicy',
  plural: 'CdpPolicies',
  place: 43,
  path: here,

  fields: {
    PolicyType: enumeration('CdpReplica'),
    Platform: enumeration('VMware', 'vCloud'),
    Description: text(),
    ScheduleConfigured: boolean(),
    ScheduleEnabled: boolean(),
    NextRun: dateTime(),
    PolicyScheduleOptions: cdpScheduleOptionsShape(),
    CdpPolicyInfo: cdpPolicyInfoShape(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('CdpPolicy', here),
    // As the real server does: this Edit link has a Name (documented).
    { ...toReference('CdpPolicy', here), rel: 'Edit' },
    downTo('ObjectInJobList', `/${here}/{id}/includes`),
    downTo('ObjectInJob', `/${here}/{id}/includes`, 'Create'),
    sessions,
    // As the real server does: a policy offers what it is not (documented).
    { ...actionLink('Disable', `/${here}/{id}?action=disable`), when: whenEnabled(true) },
    { ...actionLink('Enable', `/${here}/{id}?action=enable`), when: whenEnabled(false) },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('CdpPolicy', here), sessions],

  query: ['Description', 'NextRun', 'ScheduleConfigured', 'ScheduleEnabled', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
