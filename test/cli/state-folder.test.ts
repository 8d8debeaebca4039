import { expect, it } from 'vitest'
import { stateFolder } from '../../src/cli/state-folder.ts'

it.each([
  ['linux', {}, '/home/me/.local/state/mock-enterprise-manager'],
  ['linux', { XDG_STATE_HOME: '/state' }, '/state/mock-enterprise-manager'],
  ['linux', { XDG_STATE_HOME: 'state' }, '/home/me/.local/state/mock-enterprise-manager'],
  ['darwin', {}, '/home/me/Library/Application Support/mock-enterprise-manager'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/mock-enterprise-manager'],
  ['win32', {}, '/home/me/AppData/Local/mock-enterprise-manager'],
] as const)('what a program keeps on %s with %j is in %s', (platform, env, folder) => {
  expect(stateFolder(platform, env, '/home/me')).toBe(folder)
})

it.each([
  [{}, undefined],
  [{ XDG_STATE_HOME: '/state' }, '/state/mock-enterprise-manager'],
])('what a user without a home keeps with %j is in %s', (env, folder) => {
  expect(stateFolder('linux', env, '')).toBe(folder)
})
