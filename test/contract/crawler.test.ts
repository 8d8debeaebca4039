import { expect, it } from 'vitest'
import { openEm } from '../support/em.ts'

// Follows every link from the logon document on, and expects what its Type promises. Some thousand links.

interface Link {
  readonly Rel: string
  readonly Href: string
  readonly Type: string | null
}

/** Lists of jobs, what hangs on a job, and who may do what. */
const forAdministrators =
  /jobs(\?|$)|\/api\/jobs\/[^/]+\/(includes|linked\w+)(\/|$)|\/api\/security(\/|$)/

it.each(['administrator', 'portal-user', 'restore-operator'])(
  'finds no dead link as %s',
  async (user) => {
    const em = await openEm({ scenario: 'docs' })
    const token = await em.logOn(user)
    const waiting: Link[] = [
      { Rel: 'Down', Href: `http://em.example.net:9399/api/`, Type: 'EnterpriseManager' },
    ]
    const seen = new Set<string>()
    const wrong: string[] = []
    const shown = new Map<string, number>()
    for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
      const path = link.Href.replace('http://em.example.net:9399', '')
      if (seen.has(path) || !['Up', 'Down', 'Alternate', 'Related'].includes(link.Rel)) continue
      // Entities of one kind are alike: some hundred of each will do.
      const kind = path.replace(/[\da-f-]{36}/g, '{id}')
      shown.set(kind, (shown.get(kind) ?? 0) + 1)
      if ((shown.get(kind) ?? 0) > 100) continue
      seen.add(path)
      const answer = await em.ask(`GET ${path}`, { token, accept: 'application/json' })
      if (answer.status === 501) continue
      if (answer.status === 403 && user !== 'administrator' && forAdministrators.test(path))
        continue
      if (answer.status !== 200) {
        wrong.push(`${answer.status} ${path}`)
        continue
      }
      const document = JSON.parse(answer.body) as unknown
      const type = (document as { readonly Type?: string }).Type
      if (
        link.Type !== null &&
        !link.Type.endsWith('List') &&
        type != null &&
        !fits(type, link.Type)
      )
        wrong.push(`${path}: ${type} instead of ${link.Type}`)
      collect(document, waiting)
    }
    expect(wrong).toEqual([])
    expect(seen.size).toBeGreaterThan(300)
    await em.close()
  },
)

/** As the real server does: links call jobs of every kind a job (example documents). */
const fits = (type: string, promised: string): boolean =>
  [
    type,
    type.replace(/^(AgentBackup|Nas)Job/, 'Job'),
    type.replace(/^SystemSession/, 'BackupJobSession'),
  ].includes(promised)

function collect(value: unknown, links: Link[]): void {
  if (typeof value !== 'object' || value === null) return
  if ('Rel' in value && 'Href' in value) links.push(value as Link)
  else for (const member of Object.values(value)) collect(member, links)
}
