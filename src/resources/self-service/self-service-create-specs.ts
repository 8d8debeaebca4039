import { enumeration, inJson, list, numeric, optional, struct, text, boolean, uid } from '../../model/shape.ts'
import { jobSchedulerType } from './self-service-shape.ts'

/** An organization that may make backups of its own (em_rest post_vcloud_orgconfigs). */
export const vCloudOrganizationConfigCreateSpec = () =>
  struct({
    OrganizationName: text(),
    /** That of the repository if not given. */
    BackupServerUid: optional(uid('BackupServer')),
    RepositoryUid: uid('Repository'),
    QuotaGb: numeric(),
    TemplateJobUid: optional(uid('Job')),
    JobSchedulerType: optional(jobSchedulerType()),
    HighPriorityJob: optional(boolean()),
    HostUid: uid('ManagedServer'),
    /** The name of the repository if not given. */
    RepositoryFriendlyName: optional(text()),
  })

/** An account of vSphere that may (em_rest post_selfservice_vsphere_configs). */
export const vSphereSelfServiceCreateSpec = () =>
  struct({
    AccountName: text(),
    AccountType: optional(enumeration('User', 'Group')),
    RepositoryUid: uid('Repository'),
    QuotaGb: numeric(),
    PerUser: optional(boolean()),
    TemplateJobUid: optional(uid('Job')),
    // No table has this one (documented by an example).
    TemplateMode: optional(text()),
    JobSchedulerType: optional(jobSchedulerType()),
    HighPriorityJob: optional(boolean()),
    // As the real server does: in the plural in JSON (documented).
    VCentersScope: optional(inJson('VCentersScopes', list('VCenterUid', uid('ManagedServer')))),
    Tags: optional(list('Tag', text())),
  })
