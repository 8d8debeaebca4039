const { startEnterpriseManager } = require('mock-enterprise-manager')

void (async () => {
  const em = await startEnterpriseManager({ httpPort: 0, httpsPort: 'off', scenario: 'docs' })
  console.log((await fetch(`${em.url}/api/`)).status)
  await em.close()
})()
