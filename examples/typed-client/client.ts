// A client whose requests and answers are typed by the OpenAPI document of the API that is served.
import createClient from 'openapi-fetch'
import type { BackupJobSession, paths, Task } from 'mock-enterprise-manager/types'

/** @param base what comes before `/jobs`: `https://em.example.net:9398/api`. */
export class EnterpriseManagerClient {
  readonly #client

  constructor(base: string, token: string) {
    this.#client = createClient<paths, 'application/json'>({
      baseUrl: base,
      headers: { Accept: 'application/json', 'X-RestSvcSessionId': token },
    })
  }

  /** The sessions that ended badly, newest first. */
  async failedSessions(): Promise<readonly BackupJobSession[]> {
    const { data, error } = await this.#client.GET('/query', {
      params: {
        query: {
          type: 'BackupJobSession',
          filter: 'Result==Failed',
          format: 'Entities',
          sortDesc: 'CreationTime',
        },
      },
    })
    if (error !== undefined) throw new Error(error.Message)
    return data.Entities?.BackupJobSessions?.BackupJobSessions ?? []
  }

  /** Starts a job, and says which task does it. */
  async start(job: string): Promise<Task> {
    const { data, error } = await this.#client.POST('/jobs/{id}', {
      params: { path: { id: job }, query: { action: 'start' } },
    })
    if (error !== undefined) throw new Error(error.Message)
    return data
  }
}
