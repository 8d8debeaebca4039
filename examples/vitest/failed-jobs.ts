/** The code under test, which knows of no mock: the names of the jobs whose runs of the last day failed. */
export async function failedJobs(url: string): Promise<string[]> {
  const logon = await fetch(`${url}/api/sessionMngr/?v=latest`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('administrator:secret')}` },
  })
  const headers = {
    'X-RestSvcSessionId': logon.headers.get('X-RestSvcSessionId') ?? '',
    Accept: 'application/json',
  }
  const server = Date.parse(logon.headers.get('Date') ?? '')
  const since = new Date(server - 24 * 3600 * 1000).toISOString()
  const filter = encodeURIComponent(`Result==Failed;CreationTime>="${since}"`)
  const query = `${url}/api/query?type=BackupJobSession&format=Entities&filter=${filter}`
  const answer = await fetch(query, { headers })
  const { Entities } = (await answer.json()) as {
    Entities: { BackupJobSessions: { BackupJobSessions: { JobName: string }[] } }
  }
  return [...new Set(Entities.BackupJobSessions.BackupJobSessions.map(({ JobName }) => JobName))]
}
