import { describe, expect, it } from 'vitest'
import { refuse, type Refusal } from '../../src/model/api-error.ts'

describe('a client is told', () => {
  it.each<[Refusal, number, string]>([
    [refuse.badId('99999', 'Job'), 400, ' ID 99999 is invalid. Type: Job'],
    [
      refuse.unsupportedVersion('v1_4', ['v1_5', 'v1_6']),
      400,
      'API version "v1_4" is not supported. Supported versions: v1_5, v1_6, latest.',
    ],
    [refuse.badCredentials(), 401, 'The user name or password is incorrect'],
    [
      refuse.noCredentials(),
      401,
      'Log on first: POST /api/sessionMngr/?v=latest with HTTP Basic credentials.',
    ],
    [
      refuse.noSession(),
      401,
      'The logon session is missing, unknown or has expired. Log on again: POST /api/sessionMngr/?v=latest.',
    ],
    [refuse.accessDenied(), 403, 'Access denied'],
    [refuse.notFound('Job', 'x'), 404, 'Cannot find job [x]'],
    [refuse.notFound('BackupJobSession', 'x'), 404, 'Cannot find backup job session [x]'],
    [
      refuse.noSuchPath('GET', '/api/job'),
      404,
      'No such resource: GET /api/job. GET /api/ lists where to start.',
    ],
    [
      refuse.methodNotAllowed('PUT', '/jobs', ['GET', 'HEAD']),
      405,
      'PUT is not allowed for /jobs, which answers GET, HEAD.',
    ],
    [refuse.tooLarge(7), 413, 'The request body is larger than 7 bytes.'],
    [
      refuse.unsupportedMediaType('text/csv'),
      415,
      'A body of type "text/csv" cannot be read. Send application/xml or application/json.',
    ],
    [
      refuse.notBuilt('Logon by VMwareSSOToken', 'POST', '/sessionMngr'),
      501,
      'Logon by VMwareSSOToken (POST /sessionMngr) is not built yet.',
    ],
  ])('%s', (refusal, status, message) => {
    expect([refusal.name, refusal.status, refusal.message]).toEqual(['Refusal', status, message])
  })

  it('less than the log', () => {
    const { message, detail } = refuse.badRequest('Found Fialed.', 'Result==Fialed\n        ^^^^^^')
    expect([message, detail]).toEqual(['Found Fialed.', 'Result==Fialed\n        ^^^^^^'])
  })
})
