import {
  agentBackupJob,
  backup,
  backupFile,
  backupJobSession,
  backupServer,
  catalogVm,
  catalogVmRestorePoint,
  cloudFailoverSession,
  cloudVmReplicaPoint,
  enterpriseAccount,
  failoverPlan,
  hierarchyRoot,
  job,
  nasJob,
  replica,
  replicaJobSession,
  restoreSession,
  vmReplicaPoint,
} from '../../resources/index.ts'
import { dropFromFailovers } from '../cloud-connect/cloud-failover.ts'
import { freeRoom } from '../backups/retention.ts'
import { tableOf } from './table-of.ts'
import { dropFromVApp } from '../jobs/v-apps.ts'
import type { Simulation } from './simulation.ts'
import { chainState } from '../backups/chain-state.ts'
import { jobState } from '../jobs/job-state.ts'
import { machineState } from '../jobs/machine-state.ts'

type Forget = (simulation: Simulation, id: string) => void

/** Forgets what the world knows of a row beside it. To be called while the row is still there, and what it belongs to. */
export function forgetRow(simulation: Simulation, type: string, id: string): void {
  forgets[type]?.(simulation, id)
}

/** Forgets a job as something that runs: its runs, and how they were to go. */
function forgetJob(simulation: Simulation, id: string): void {
  for (const { session, job: its } of [...simulation.state(jobState).runs.values()])
    if (its === id) simulation.states.forget('session', session)
  simulation.states.forget('job', id)
}

const forgetSession: Forget = (simulation, id) => simulation.states.forget('session', id)

const forgets: Readonly<Record<string, Forget>> = {
  [job.name]: forgetJob,
  [agentBackupJob.name]: forgetJob,
  [nasJob.name]: forgetJob,
  [backupJobSession.name]: forgetSession,
  [replicaJobSession.name]: forgetSession,
  [restoreSession.name]: forgetSession,
  [cloudFailoverSession.name]: forgetSession,
  [cloudVmReplicaPoint.name]: dropFromFailovers,
  [failoverPlan.name]: (simulation, id) => simulation.states.forget('failover plan', id),
  [backup.name]: (simulation, id) => simulation.states.forget('backup', id),
  // A replica has a chain for each of its machines.
  [replica.name]: (simulation, id) => {
    const { chains } = simulation.state(chainState)
    for (const key of [...chains.keys()]) if (key.startsWith(`${id} `)) chains.delete(key)
  },
  [backupFile.name]: (simulation, id) => {
    freeRoom(simulation, id, tableOf(simulation, backupFile).get(id)?.BackupSize ?? 0)
  },
  [vmReplicaPoint.name]: dropFromVApp,
  // The last point of a machine takes it along.
  [catalogVmRestorePoint.name]: (simulation, id) => {
    const points = tableOf(simulation, catalogVmRestorePoint)
    const machine = points.get(id)?.up.CatalogVm
    if (machine !== undefined && points.positionsUnder('CatalogVm', machine).length === 1)
      tableOf(simulation, catalogVm).remove(machine)
  },
  // Nobody may restore from there any more.
  [hierarchyRoot.name]: (simulation, id) => {
    const accounts = tableOf(simulation, enterpriseAccount)
    for (const account of accounts) {
      const Scopes = account.Scopes.filter(({ RootUid }) => RootUid !== id)
      if (Scopes.length < account.Scopes.length) accounts.replace({ ...account, Scopes })
    }
  },
  [backupServer.name]: (simulation, id) => {
    const { machines } = simulation.state(machineState)
    simulation.states.forget('server', id)
    for (const [uid, { server }] of [...machines]) if (server === id) machines.delete(uid)
  },
}
