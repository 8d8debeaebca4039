import type { EntityOf } from '../model/resource.ts'
import { attribute, href, links, onlyJson, struct, type Link } from '../model/shape.ts'
import { vCloudOrganizationConfig, vSphereSelfServiceConfig } from '../resources/index.ts'
import { selfServiceJobSettings } from '../resources/self-service/self-service-shape.ts'
import type { Answer, Root } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'

export type SelfServiceConfig = EntityOf<typeof vCloudOrganizationConfig | typeof vSphereSelfServiceConfig>
type Definition = typeof vCloudOrganizationConfig | typeof vSphereSelfServiceConfig

/** A portal whose users make jobs of their own: where it begins, and what is configured for them. */
export interface SelfService {
  readonly path: string
  readonly root: Root
  readonly says: { readonly Type?: string }
  readonly config: Definition
  readonly settings: Root
}

const settingsShape = resourceShape(selfServiceJobSettings().fields)

export const selfServices: readonly SelfService[] = [
  {
    path: 'vCloud',
    root: {
      name: 'VCloudService',
      // As the real server does: this one does not name its type (documented).
      shape: struct({ Links: links(), Href: attribute(href()), Type: onlyJson(null) }),
    },
    says: {},
    config: vCloudOrganizationConfig,
    settings: { name: `${vCloudOrganizationConfig.name}BackupJobSettings`, shape: settingsShape },
  },
  {
    path: 'selfService/vSphere',
    root: { name: 'VSphereSelfService', shape: resourceShape({}) },
    says: { Type: 'VSphereSelfService' },
    config: vSphereSelfServiceConfig,
    settings: { name: `${vSphereSelfServiceConfig.name}JobSettings`, shape: settingsShape },
  },
]

/** `GET /vCloud`, `GET /selfService/vSphere`. */
export const describeSelfService = ({ path, root, says, config }: SelfService): Answer => ({
  kind: 'document',
  isLasting: true,
  ...root,
  value: { Links: linksTo(config), Href: `/${path}`, ...says },
})

const linksTo = ({ name, path }: Definition): readonly Link[] => [
  { Rel: 'Down', Href: `/${path}`, Type: `${name}ReferenceList` },
  { Rel: 'Down', Href: `/${path}?format=Entity`, Type: `${name}List` },
  { Rel: 'Create', Href: `/${path}` },
]

/** `GET /vCloud/orgConfigs/{id}/backupJobSettings`, and the same of vSphere. */
export function describeJobSettings(service: SelfService, row: SelfServiceConfig): Answer {
  const { config, settings } = service
  const here = `/${config.path}/${row.id}`
  const up = { Rel: 'Up', Href: `${here}?format=Entity`, Name: row.Name, Type: config.name }
  return {
    kind: 'document',
    isLasting: true,
    ...settings,
    value: {
      ...row.JobSettings,
      Links: [up],
      Href: `${here}/backupJobSettings`,
      Type: settings.name,
    },
  }
}
