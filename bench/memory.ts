// What a running server holds, as its system sees it.
import { spawnSync } from 'node:child_process'
import { ask, logOn, mediaTypes } from './client.ts'
import type { Figure } from './figures.ts'
import { startMock } from './programs.ts'

const [FEW, MANY] = [1000, 1_000_000]
const PAGE = '/api/query?type=BackupJobSession&format=Entities&sortDesc=CreationTime'
const FILTERED = `${PAGE}&filter=${encodeURIComponent('Result==Failed;JobName=="Backup Job 1"')}`

export async function memory(): Promise<readonly Figure[]> {
  const estate = await residentOf()
  const few = await residentOf('--scenario', 'large', '--sessions', String(FEW))
  const many = await residentOf('--scenario', 'large', '--sessions', String(MANY))
  return [
    {
      what: 'resident, default estate, after first queries',
      ours: megabytes(estate.resident),
      value: estate.resident / 1e6,
      unit: ' MB',
      target: { atMost: 90 },
    },
    {
      what: 'a session in large, of a million',
      ours: `${megabytes(many.resident)}, made in ${(many.ready / 1000).toFixed(1)} s`,
      control: `${megabytes(few.resident)} with ${String(FEW)}`,
      value: (many.resident - few.resident) / (MANY - FEW),
      unit: ' bytes',
      target: { atMost: 600 },
    },
  ]
}

/** Starts the mock, asks it some queries and sees what it then holds. */
async function residentOf(...flags: readonly string[]) {
  const begun = performance.now()
  const mock = await startMock(...flags)
  const ready = performance.now() - begun
  const token = { 'x-restsvcsessionid': await logOn(mock.port) }
  for (const path of [PAGE, FILTERED])
    for (const accept of Object.values(mediaTypes)) await ask(mock.port, path, { accept, ...token })
  const resident = residentBytes(mock.pid)
  await mock.stop()
  return { resident, ready }
}

function residentBytes(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(stdout) * 1024
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
