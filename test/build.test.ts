import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { emptyFolder, removeFolders, root, run, runWell } from './package/packed.ts'

afterAll(removeFolders)

const node = process.execPath
const parts = [
  'bin',
  'build',
  'build.mjs',
  'dist',
  'grammar',
  'licenses',
  'package.json',
  'package-lock.json',
  'seed-data',
  'src',
  'tsconfig.json',
]

/** A copy of the project, built as this one is. */
function copyOfProject(): string {
  const copy = emptyFolder('clone')
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Starts the copy's program. */
async function start(copy: string) {
  const ports = ['--http-port', '0', '--https-port', '0', '--scenario', 'service-provider']
  const child = spawn(node, [join(copy, 'dist/main.js'), ...ports])
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, ...(JSON.parse(line.toString()) as { http: string; https: string }) }
}

const said = '<Username>Bergmann Logistics</Username><Password>secret</Password>'
const logonSpec = `<LoginSpec><TenantCredentials>${said}</TenantCredentials></LoginSpec>`
const json = { 'Content-Type': 'application/json' }

/** What is begun when it is first asked for, each with the status that is promised. */
const late: readonly [path: string, status: number, options?: RequestInit][] = [
  ['/api/sessionMngr/', 201, { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body: logonSpec }],
  ['/_mock/faults', 200, { method: 'POST', headers: json, body: '{"name":"a","when":"Method==GET","times":1,"skip":99,"effect":{"status":503}}' }],
  ['/_mock/openapi.json', 200],
  ['/_mock/control.json', 200],
  ['/_mock/dump.schema.json', 200],
  ['/_mock/requests?filter=Status==200', 200],
  ['/_mock/scenario', 200, { method: 'POST', headers: json, body: '{"scenario":"bad-night"}' }],
] // prettier-ignore

it('a build that is up to date does nothing', async () => {
  const made = () => [statSync('dist').ino, statSync('dist/.made-of').mtimeMs]
  await runWell(root, [node, 'build.mjs'])
  const before = made()
  await runWell(root, [node, 'build.mjs'])
  expect(made()).toEqual(before)
})

/** Has a build be killed when all is made, and nothing is in its place yet. */
const killedBeforeRenaming = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  fs.renameSync = () => process.emit('SIGTERM', 'SIGTERM')
  syncBuiltinESMExports()
`)}`

it('a build that is broken off leaves what there was, the next one replaces it, and a server runs on', async () => {
  const copy = copyOfProject()
  const { child, http, https } = await start(copy)
  const inode = () => statSync(join(copy, 'dist')).ino
  const before = inode()
  const beside = () => readdirSync(copy).filter((name) => name.startsWith('.build-'))
  appendFileSync(join(copy, 'src/version.ts'), '\n// Another version.\n')

  const build = spawn(node, ['--import', killedBeforeRenaming, join(copy, 'build.mjs')])
  expect(await once(build, 'close')).toEqual([1, null])
  expect([inode(), beside()]).toEqual([before, []])
  expect(await runWell(copy, [node, 'bin/mock-em.js', '--help'])).toContain('mock-em')

  await runWell(copy, [node, 'build.mjs'])
  expect(inode()).not.toBe(before)
  expect(beside()).toEqual([])
  rmSync(join(copy, 'dist'), { recursive: true })
  for (const [path, status, options] of late)
    expect([path, (await fetch(`${http}${path}`, options)).status]).toEqual([path, status])
  const asked = get(`${https}/api/`, { rejectUnauthorized: false, agent: false })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  expect(answer.resume().statusCode).toBe(200)
  child.kill('SIGTERM')
  expect(await once(child, 'close')).toEqual([0, null])
})

it('npx in a clone builds nothing, says so if it must, and runs the command once there is one', async () => {
  const copy = copyOfProject()
  const npx = ['npx', '--cache', join(copy, 'cache'), 'mock-em', '--version']
  renameSync(join(copy, 'dist'), join(copy, 'kept'))
  expect(await run(copy, npx)).toEqual({
    code: 1,
    told: `mock-em is not built yet. In ${copy}/: npm ci && npm run build\n`,
  })
  renameSync(join(copy, 'kept'), join(copy, 'dist'))
  expect(await run(copy, npx)).toMatchObject({ code: 0, told: expect.stringMatching(/^\d+\./) as string })
})
