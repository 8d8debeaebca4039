// Asks for all that is begun when it is first needed, over HTTP and HTTPS.
import { once } from 'node:events'
import { get } from 'node:https'
import { startEnterpriseManager } from 'mock-enterprise-manager'

const em = await startEnterpriseManager({ httpPort: 0, httpsPort: 0, scenario: 'service-provider' })
const { headers } = em.logon()
const ask = async (path, options = {}) => (await fetch(`${em.url}${path}`, options)).status
const xml = { 'Content-Type': 'application/xml' }
const tenant = '<Username>Bergmann Logistics</Username><Password>secret</Password>'
const body = `<LoginSpec><TenantCredentials>${tenant}</TenantCredentials></LoginSpec>`
const answers = [
  await ask('/api/query?type=Job&filter=Name=="*"', { headers }),
  await ask('/api/sessionMngr/', { method: 'POST', headers: xml, body }),
  await ask('/_mock/openapi.json'),
  await ask('/_mock/dump.schema.json'),
]
em.faults.add({ name: 'busy', when: 'Method==GET', effect: { status: 503 }, times: 1 })
answers.push(await ask('/api/jobs', { headers }))
await em.load(em.dump())
await em.play('bad-night')
const asked = get(`${em.httpsUrl}/api/`, { rejectUnauthorized: false, agent: false })
const [answer] = await once(asked, 'response')
answer.resume()
answers.push(answer.statusCode)
await em.close()
console.log(answers.join(' '))
