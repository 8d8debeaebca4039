import { actionLink, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'
import { failoverPlanInfo } from './failover-plan-shape.ts'

const here = 'failoverPlans'

export const failoverPlan = defineResource({
  name: 'FailoverPlan',
  plural: 'FailoverPlans',
  place: 2,
  path: here,

  fields: {
    Description: text(),
    FailoverPlanInfo: failoverPlanInfo(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('FailoverPlan', here),
    // As the real server does: this Edit link has a Name (documented).
    { ...toReference('FailoverPlan', here), rel: 'Edit' },
    actionLink('Start', `/${here}/{id}?action=start`),
    actionLink('Undo', `/${here}/{id}?action=undo`),
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('FailoverPlan', here)],

  query: ['Description', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
