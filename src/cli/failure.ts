// Why the server did not start, or stopped, in one sentence with the way out.
import { exitCodes, type Problem, type Settings } from '../config/options.ts'

export function failure(thrown: unknown, settings: Settings): Problem {
  const error: NodeJS.ErrnoException = thrown instanceof Error ? thrown : new Error(String(thrown))
  const port = 'port' in error ? Number(error.port) : undefined
  const flag = port === settings.httpsPort ? '--https-port' : '--http-port'
  const listening = error.syscall === 'listen' || error.syscall === 'getaddrinfo'
  if (error.code === 'EADDRINUSE')
    return {
      text: `Port ${String(port ?? settings.httpPort)} on ${settings.host} is in use already, perhaps by another mock-em. Choose another with ${flag}, or let the system choose: ${flag} 0.`,
      exitCode: exitCodes.portInUse,
    }
  if (error.code === 'EACCES' && listening)
    return {
      text: `Port ${String(port)} on ${settings.host} may not be opened by this user. Choose one above 1023 with ${flag}.`,
      exitCode: exitCodes.badSettings,
    }
  if (listening)
    return {
      text: `--host ${settings.host} is not an address of this machine (${error.message}). 127.0.0.1 and 0.0.0.0 always are.`,
      exitCode: exitCodes.badSettings,
    }
  if (error.name === 'ScenarioError') return { text: error.message, exitCode: exitCodes.badData }
  if (error.name === 'SettingsError') return { text: error.message, exitCode: exitCodes.badSettings }
  const detail = settings.log === 'debug' ? `\n${error.stack ?? ''}` : ' With --log debug the place is shown too.'
  return {
    text: `mock-em failed: ${error.message.replace(/\.$/, '')}.${detail}`,
    exitCode: exitCodes.failed,
  }
}
