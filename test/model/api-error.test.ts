import { describe, expect, it } from 'vitest'
import { errors, type ApiError } from '../../src/model/api-error.ts'

describe('a client is told', () => {
  it.each<[ApiError, number, string]>([
    [errors.badId('99999', 'Job'), 400, ' ID 99999 is invalid. Type: Job'],
    [
      errors.unsupportedVersion('v1_4', ['v1_5', 'v1_6']),
      400,
      'API version "v1_4" is not supported. Supported versions: v1_5, v1_6, latest.',
    ],
    [errors.badCredentials(), 401, 'The user name or password is incorrect'],
    [errors.noCredentials(), 401, 'Log on first: POST /api/sessionMngr/?v=latest with HTTP Basic credentials.'],
    [
      errors.noSession(),
      401,
      'The logon session is missing, unknown or has expired. Log on again: POST /api/sessionMngr/?v=latest.',
    ],
    [errors.accessDenied(), 403, 'Access denied'],
    [errors.notFound('Job', 'x'), 404, 'Cannot find job [x]'],
    [errors.notFound('BackupJobSession', 'x'), 404, 'Cannot find backup job session [x]'],
    [errors.noSuchPath('GET', '/api/job'), 404, 'No such resource: GET /api/job. GET /api/ lists where to start.'],
    [
      errors.methodNotAllowed('PUT', '/jobs', ['GET', 'HEAD']),
      405,
      'PUT is not allowed for /jobs, which answers GET, HEAD.',
    ],
    [errors.tooLarge(7), 413, 'The request body is larger than 7 bytes.'],
    [
      errors.unsupportedMediaType('text/csv'),
      415,
      'A body of type "text/csv" cannot be read. Send application/xml or application/json.',
    ],
    [
      errors.notBuilt('Logon by VMwareSSOToken', 'POST', '/sessionMngr'),
      501,
      'Logon by VMwareSSOToken (POST /sessionMngr) is not built yet.',
    ],
  ])('%s', (error, status, message) => {
    expect([error.name, error.status, error.message]).toEqual(['ApiError', status, message])
  })

  it('less than the log', () => {
    const { message, detail } = errors.badRequest('Found Fialed.', 'Result==Fialed\n        ^^^^^^')
    expect([message, detail]).toEqual(['Found Fialed.', 'Result==Fialed\n        ^^^^^^'])
  })
})
