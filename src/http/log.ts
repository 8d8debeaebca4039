import { stderr } from 'node:process'

type Level = 'info' | 'debug' | 'warn' | 'error'

/** What is told to people on stderr. It never carries passwords, tokens or cookies: callers hand it names, paths and numbers. */
export interface Log {
  readonly isDebug: boolean
  readonly isSilent: boolean
  tell(level: Level, message: string, facts?: Readonly<Record<string, unknown>>): void
}

const silent: Log = { isDebug: false, isSilent: true, tell: () => undefined }

/** Bytes that may wait for who reads stderr slowly, or not at all. */
const PATIENCE = 256 << 10

/**
 * A log through pino, which is loaded when there is first something to tell. It neither waits nor fails: what cannot be
 * written is dropped, and how much, is told as soon as something can be written again.
 */
export function openLog(level: 'silent' | 'info' | 'debug'): Log {
  if (level === 'silent') return silent
  let opened: ReturnType<typeof openPino> | undefined
  let dropped = 0
  return {
    isDebug: level === 'debug',
    isSilent: false,
    tell(to, message, facts = {}) {
      opened ??= openPino(level)
      void opened
        .then((pino) => {
          if (stderr.writableLength > PATIENCE) {
            dropped++
            return
          }
          if (dropped > 0) pino.warn({ dropped }, 'Lines were dropped, since nobody read them.')
          dropped = 0
          pino[to](facts, message)
        })
        .catch(() => void dropped++)
    },
  }
}

async function openPino(level: 'info' | 'debug') {
  const { default: pino } = await import('pino')
  // Who reads has gone: there is nobody left to tell.
  stderr.on('error', () => undefined)
  return pino({ level, base: null }, stderr)
}
