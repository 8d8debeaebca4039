/** What published programs send, in their own words as far as EM has to read them. `{Job}` is what the client has found. */
export interface Sent {
  /** Who sends it so, or what says that it may be sent. */
  readonly why: string
  readonly request: string
  readonly headers?: Readonly<Record<string, string>>
  /** XML or JSON; in a list, the same thing said in several ways. */
  readonly body?: string | readonly string[]
  readonly status: number
  /** What of it EM has no use for, as X-Mock-Unread names it. */
  readonly unread?: string
}

const xml = { 'content-type': 'application/xml' }
const json = { 'content-type': 'application/json', accept: 'application/json' }
const none = { 'content-length': '0' }
const ns = 'xmlns="http://www.veeam.com/ent/v1.0"'

const restore = 'POST /vmRestorePoints/{VmRestorePoint}?action=restore'
/** A machine is restored by a cloud portal, a panel and a library of each kind. */
export const restores: readonly Sent[] = [
  { why: 'three clients, and the restore scenario of 13', request: restore, headers: none, status: 202 },
  { why: 'the same, in JSON', request: restore, headers: { ...none, accept: 'application/json' }, status: 202 },
  { why: 'a document that says nothing', request: restore, headers: xml, body: `<RestoreSpec ${ns} />`, status: 202 },
  { why: 'an object that says nothing', request: restore, headers: json, body: '{}', status: 202 },
  { why: 'one of two optional members', request: restore, headers: xml, body: `<RestoreSpec ${ns}><VmRestoreSpec><PowerOnAfterRestore>true</PowerOnAfterRestore></VmRestoreSpec></RestoreSpec>`, status: 202 },
  { why: 'the other of the two', request: restore, headers: json, body: '{"VmRestoreSpec":{"QuickRollback":"True"}}', status: 202 },
  { why: 'a machine of vCloud, for 9.5 to 13', request: restore, headers: xml, body: `<RestoreSpec ${ns}><vCloudVmRestoreSpec><PowerOnAfterRestore>true</PowerOnAfterRestore><vAppRef>urn:vCloud:Vapp:1.urn:vcloud:vapp:2</vAppRef></vCloudVmRestoreSpec></RestoreSpec>`, status: 202 },
  { why: 'a UID that is the GUID alone', request: restore, headers: json, body: '{"VmRestoreSpec":{"VmRestoreParameters":{"VmRestorePointUid":"{VmRestorePoint}"}}}', status: 202 },
  { why: 'an empty object of PHP', request: restore, headers: json, body: '{"VmRestoreSpec":[]}', status: 202, unread: 'RestoreSpec/VmRestoreSpec' },
  { why: 'a database: nothing here restores one', request: restore, headers: json, body: '{"SqlItemRestoreSpec":{}}', status: 400 },
  { why: 'what is for vApps', request: restore, headers: json, body: '{"vCloudVAppRestoreSpec":{}}', status: 400 },
  { why: 'a file of the catalog (13)', request: 'POST {CatalogVm}/guestfs/C:/Users?action=restore', headers: none, status: 202 },
] // prettier-ignore

const clone = 'POST /jobs/{Job}?action=clone'
const cloneXml = (inner: string) =>
  `<JobCloneSpec ${ns}><BackupJobCloneInfo>${inner}</BackupJobCloneInfo></JobCloneSpec>`
const repositoryUid = '<RepositoryUid>{RepositoryUid}</RepositoryUid>'
/** Short and long, as a cloud portal clones its template job for each machine. */
export const clones: readonly Sent[] = [
  { why: 'a client without a folder', request: clone, headers: json, body: '{"BackupJobCloneInfo":{"JobName":"clone-1","RepositoryUid":"{RepositoryUid}"}}', status: 202 },
  { why: 'a name of 51 characters was recorded', request: clone, headers: xml, body: cloneXml(`<JobName>i-2-5-VM-CLONE-00000000-0000-4000-8000-000000000000-x</JobName><FolderName>f</FolderName>${repositoryUid}`), status: 202 },
  { why: 'schema of 9.0: a name alone', request: clone, headers: xml, body: cloneXml('<JobName>clone-2</JobName>'), status: 202 },
  { why: 'schema of 9.0: nothing', request: clone, headers: none, status: 202 },
  { why: 'another order of elements', request: clone, headers: xml, body: cloneXml(`${repositoryUid}<FolderName>f</FolderName><JobName>clone-3</JobName>`), status: 202, unread: 'JobCloneSpec/BackupJobCloneInfo/FolderName, JobCloneSpec/BackupJobCloneInfo/JobName' },
  { why: 'an element twice: the first counts', request: clone, headers: xml, body: cloneXml('<JobName>clone-4</JobName><JobName>clone-5</JobName>'), status: 202, unread: 'JobCloneSpec/BackupJobCloneInfo/JobName' },
  { why: 'members in another case', request: clone, headers: xml, body: cloneXml('<jobName>clone-6</jobName>'), status: 202, unread: 'JobCloneSpec/BackupJobCloneInfo/jobName' },
  { why: 'the copy job of a provider', request: 'POST /jobs/{CopyJob}?action=clone', headers: json, body: '{"ImmediateBackupCopyJobCloneInfo":{"JobName":"clone-7"},"BackupCopyJobCloneInfo":null}', status: 202 },
  { why: 'a body without any type', request: clone, body: [cloneXml('<JobName>clone-8</JobName>'), '{"BackupJobCloneInfo":{"JobName":"clone-9"}}'], status: 202 },
  { why: 'the type that curl sends by itself', request: clone, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: [cloneXml('<JobName>clone-8</JobName>'), '{"BackupJobCloneInfo":{"JobName":"clone-9"}}'], status: 202 },
  { why: 'what .NET makes of a StringWriter', request: clone, headers: xml, body: `<?xml version="1.0" encoding="utf-16"?>${cloneXml('<JobName>clone-10</JobName>')}`, status: 202 },
  { why: 'XML where JSON is accepted (recorded on 9.5)', request: clone, headers: { ...xml, accept: 'application/json' }, body: cloneXml('<JobName>clone-11</JobName>'), status: 400 },
] // prettier-ignore

const include = 'POST /jobs/{Job}/includes'
const includeXml = (attributes: string, inner = '') =>
  `<CreateObjectInJobSpec ${ns}${attributes}><HierarchyObjRef>{MachineRef}</HierarchyObjRef><HierarchyObjName>{MachineName}</HierarchyObjName>${inner}</CreateObjectInJobSpec>`
/** As clients of 9.0 to 13 add a machine to a job. */
export const includes: readonly Sent[] = [
  { why: 'two members that pages do not show', request: include, headers: xml, body: includeXml('', '<DisplayName>{MachineName}</DisplayName><Order>0</Order>'), status: 202 },
  { why: 'attributes that were meant to declare namespaces', request: include, headers: { 'content-type': 'text/xml' }, body: includeXml(' xsd="http://www.w3.org/2001/XMLSchema" xsi="http://www.w3.org/2001/XMLSchema-instance"'), status: 202, unread: 'CreateObjectInJobSpec/@xsd, CreateObjectInJobSpec/@xsi' },
  { why: 'exclusions of files by XML', request: include, headers: xml, body: includeXml('', '<GuestProcessingOptions><FSFileExcludeOptions><BackupScope>2</BackupScope><IncludeList /><ExcludeList><Path>C:/TMP</Path></ExcludeList></FSFileExcludeOptions></GuestProcessingOptions>'), status: 202 },
  { why: 'the same by JSON', request: include, headers: json, body: '{"HierarchyObjRef":"{MachineRef}","HierarchyObjName":"{MachineName}","GuestProcessingOptions":{"FSFileExcludeOptions":{"BackupScope":2,"IncludeLists":[],"ExcludeLists":["C:/TMP"]}}}', status: 202 },
  { why: 'a reference alone', request: include, headers: json, body: '{"HierarchyObjRef":"{MachineRef}"}', status: 202 },
  { why: 'a name alone (schema of 9.0)', request: include, headers: json, body: '{"HierarchyObjName":"{MachineName}"}', status: 202 },
  { why: 'nothing: what is it to be?', request: include, headers: json, body: '{}', status: 400 },
  { why: 'members that nobody knows', request: include, headers: json, body: '{"HierarchyObjRef":"{MachineRef}","Order":0,"Unheard":null}', status: 202, unread: 'CreateObjectInJobSpec/Unheard' },
] // prettier-ignore

const zip = 'POST /backupServers/{BackupServer}?action=veeamzip'
const zipXml = (...elements: readonly string[]) =>
  `<VeeamZipStartupSpec ${ns}>${elements.join('')}</VeeamZipStartupSpec>`
const own = '<VmRef>{OwnRef}</VmRef>'
/** VeeamZIP in three orders, and shorter. */
export const zips: readonly Sent[] = [
  { why: 'the order of the page', request: zip, headers: xml, body: zipXml(own, repositoryUid, '<CompressionLevel>4</CompressionLevel><BackupRetention>Never</BackupRetention>'), status: 202 },
  { why: 'the repository first', request: zip, headers: xml, body: zipXml(repositoryUid, own, '<CompressionLevel>4</CompressionLevel><BackupRetention>Tonight</BackupRetention>'), status: 202, unread: 'VeeamZipStartupSpec/VmRef' },
  { why: 'the options first', request: zip, headers: xml, body: zipXml('<BackupRetention>In1Week</BackupRetention><DisableGuestQuiescence>true</DisableGuestQuiescence>', own, repositoryUid), status: 202, unread: 'VeeamZipStartupSpec/DisableGuestQuiescence, VeeamZipStartupSpec/VmRef, VeeamZipStartupSpec/RepositoryUid' },
  { why: 'what cannot be left out', request: zip, headers: json, body: '{"VmRef":["{OwnRef}"],"RepositoryUid":"{Repository}"}', status: 202 },
  { why: 'a password that is empty', request: zip, headers: xml, body: zipXml(own, repositoryUid, '<PasswordKeyId /><CompressionLevel></CompressionLevel>'), status: 202, unread: 'VeeamZipStartupSpec/CompressionLevel' },
  { why: 'no repository', request: zip, headers: json, body: '{"VmRef":["{OwnRef}"]}', status: 400 },
] // prettier-ignore

const server = 'POST /backupServers?action=create'
/** What is made with what pages call needed left out. */
export const servers: readonly Sent[] = [
  { why: 'a client without a port', request: server, headers: json, body: '{"DnsNameOrIpAddress":"vbr77","Username":"a","Password":"b"}', status: 201 },
  { why: 'a port as text', request: server, headers: json, body: '{"DnsNameOrIpAddress":"vbr78","Username":"a","Password":"b","Port":"9392"}', status: 201 },
  { why: 'nobody to log on as', request: server, headers: json, body: '{"DnsNameOrIpAddress":"vbr79"}', status: 400 },
  { why: 'an account by its name', request: 'POST /security/accounts', headers: json, body: '{"AccountName":"EXAMPLE\\\\anna"}', status: 201 },
] // prettier-ignore

const edit = 'PUT /jobs/{Job}?action=edit'
const nowhere = '00000000-0000-4000-8000-000000000000'
/** What is not counted in an edit may be anything; of a job that is gone, writing is 400. */
export const edits: readonly Sent[] = [
  { why: 'an include without an id', request: edit, headers: json, body: '{"Description":"edited","JobInfo":{"BackupJobInfo":{"Includes":{"ObjectInJobs":[{"Name":"web01"}]}}},"Unheard":{"Of":[1]}}', status: 202, unread: 'Job/Unheard' },
  { why: 'an include that is no list', request: edit, headers: json, body: '{"JobInfo":{"BackupJobInfo":{"Includes":5}},"Platform":"Novell","NextRun":"soon"}', status: 202 },
  { why: 'the same by XML', request: edit, headers: xml, body: `<Job ${ns}><Platform>Novell</Platform><NextRun>soon</NextRun><JobInfo><BackupJobInfo><Includes><Thing /></Includes></BackupJobInfo></JobInfo></Job>`, status: 202 },
  { why: 'no body: nothing is to change', request: edit, headers: none, status: 202 },
  { why: 'the options of 9.0', request: edit, headers: xml, body: `<Job ${ns}><JobScheduleOptions><RetryOptions><RetryTimes>5</RetryTimes></RetryOptions></JobScheduleOptions></Job>`, status: 202 },
  { why: 'options of another type of job', request: edit, headers: json, body: '{"JobScheduleOptions":{"ImmediateCopyMode":{"OptionsContinuous":{"Enabled":true}}}}', status: 202, unread: 'Job/JobScheduleOptions/ImmediateCopyMode' },
  { why: 'options that cannot be', request: edit, headers: json, body: '{"JobScheduleOptions":{"Standart":{"RetryOptions":{"RetryTimes":"many"}}}}', status: 400 },
  { why: 'two clients see this', request: `PUT /jobs/${nowhere}?action=edit`, headers: xml, body: `<Job ${ns}><Description>x</Description></Job>`, status: 400 },
  { why: 'two clients see this', request: `DELETE /jobs/${nowhere}`, status: 400 },
  { why: 'reading it is another thing', request: `GET /jobs/${nowhere}`, status: 404 },
  { why: 'so is what is done to it', request: `POST /jobs/${nowhere}?action=start`, headers: none, status: 404 },
  { why: 'a page has a slash after the action', request: 'POST /jobs/{Job}?action=start/', headers: none, status: 202 },
] // prettier-ignore

const tenant = 'POST /cloud/tenants'
const tenantXml = (inner: string) => `<CreateCloudTenantSpec ${ns}>${inner}</CreateCloudTenantSpec>`
const quota = '<RepositoryUid>{RepositoryUid}</RepositoryUid><QuotaMb>10240</QuotaMb>'
/** Tenants of a provider, as a panel of 9.0 makes them and as the page has them. */
export const tenants: readonly Sent[] = [
  { why: 'the page, shortest', request: tenant, headers: json, body: '{"Name":"Tenant 1","BackupServerUid":"urn:veeam:BackupServer:{BackupServer}"}', status: 202 },
  { why: 'the schema of 9.0', request: tenant, headers: xml, body: tenantXml(`<BackupServerIdOrName>{BackupServer}</BackupServerIdOrName><Name>Tenant 2</Name><Description>d</Description><Password>p</Password><Enabled>true</Enabled><Resources><BackupResource><Name>Quota</Name>${quota}<Folder>Tenant 2</Folder></BackupResource></Resources><ComputeResources /><VmCount>5</VmCount><ThrottlingEnabled>false</ThrottlingEnabled><PublicIpCount>0</PublicIpCount>`), status: 202 },
  { why: 'a server by its name', request: tenant, headers: json, body: '{"BackupServerIdOrName":"{BackupServerName}","Name":"Tenant 3"}', status: 202 },
  { why: 'no server, where there is one alone', request: tenant, headers: json, body: '{"Name":"Tenant 4","VmCount":1}', status: 202 },
  { why: 'names in another case', request: tenant, headers: xml, body: tenantXml('<Name>Tenant 5</Name><BackupServerUID>urn:veeam:BackupServer:{BackupServer}</BackupServerUID><PublicIPCount>0</PublicIPCount>'), status: 202, unread: 'CreateCloudTenantSpec/BackupServerUID, CreateCloudTenantSpec/PublicIPCount' },
  { why: 'a subtenant without limits', request: 'POST /cloud/tenants/{CloudTenant}/subtenants', headers: json, body: '{"Name":"anna","Password":"p","TenantResourceId":"{TenantResource}"}', status: 202 },
  { why: 'a gateway without its kind of network', request: 'POST /cloud/gateways', headers: json, body: '{"ServerHostName":"gw99","BackupServerUid":"{BackupServer}","IncomingPort":6180}', status: 202 },
  { why: 'an address alone', request: 'POST /cloud/publicIpAddresses', headers: json, body: '{"IpAddressLowerBound":"198.51.100.200"}', status: 202 },
  { why: 'a name is needed', request: tenant, headers: json, body: '{}', status: 400 },
] // prettier-ignore
