// Module log: lines on stderr, and the masking of secrets wherever requests are shown.
import { stderr } from 'node:process'
import { wallDate } from '../clock/clock.ts'
import { maskText } from './mask.ts'
import { visible } from '../text/quote-briefly.ts'

type Level = 'info' | 'debug' | 'warn' | 'error'
type Facts = Readonly<Record<string, unknown>>

/** A request and what came of it, as the log has it: without secrets, what is not known left out. */
export interface RequestLine {
  readonly world: string
  readonly user?: string | undefined
  readonly method: string
  /** With the query string. */
  readonly path: string
  readonly operation?: string | undefined
  /** 0 if there was no answer. */
  readonly status: number
  /** Milliseconds, until the last byte was handed on or the client was gone. */
  readonly ms: number
  /** Of the answer's body. */
  readonly bytes: number
  /** The client was gone, or cut off, before the answer was sent whole. */
  readonly cut?: true
  readonly unread?: readonly string[] | undefined
  readonly fault?: string | undefined
}

/** What is told to people on stderr. It never carries passwords, tokens or cookies. */
export interface Log {
  readonly isSilent: boolean
  tell(level: Level, message: string, facts?: Facts): void
  request(line: RequestLine): void
}

/** What lines are written with, one at a time. */
interface Writer {
  tell(level: Level, message: string, facts: Facts): void
  request(line: RequestLine): void
}

const silent: Log = { isSilent: true, tell: () => undefined, request: () => undefined }

/** Bytes that may wait for who reads stderr slowly, or not at all. */
const PATIENCE = 256 << 10

/**
 * A log on stderr: text where that is a terminal, else JSON through pino. What writes it is loaded when there is first
 * something to tell. It neither waits nor fails: what cannot be written is dropped, and how much, is told as soon as
 * something can be written again.
 */
export function openLog(level: 'silent' | 'info' | 'debug'): Log {
  if (level === 'silent') return silent
  let opened: Promise<Writer> | undefined
  let dropped = 0
  const write = (writer: Writer, act: (writer: Writer) => void) => {
    if (stderr.writableLength > PATIENCE) {
      dropped++
      return
    }
    if (dropped > 0) writer.tell('warn', 'Lines were dropped, since nobody read them.', { dropped })
    dropped = 0
    act(writer)
  }
  const withWriter = (act: (writer: Writer) => void) => {
    opened ??= openWriter(level)
    void opened.then((writer) => write(writer, act)).catch(() => void dropped++)
  }
  return {
    isSilent: false,
    tell: (to, message, facts = {}) => withWriter((writer) => writer.tell(to, maskText(message), masked(facts))),
    request: (line) => withWriter((writer) => writer.request(line)),
  }
}

/** A sentence or a stack may quote what a request has said. */
const masked = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? maskText(value) : value]),
  )

async function openWriter(level: 'info' | 'debug'): Promise<Writer> {
  const { default: pino } = await import('pino')
  // Who reads has gone: there is nobody left to tell.
  if (stderr.listenerCount('error') === 0) stderr.on('error', () => undefined)
  if (stderr.isTTY)
    return {
      tell: (to, message, facts) => void stderr.write(textOf(wallDate(), to, message, facts)),
      request: (line) => void stderr.write(requestText(wallDate(), line)),
    }
  const json = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stderr)
  return {
    tell: (to, message, facts) => json[to](facts, message),
    request: (line) => json.info(line, 'request'),
  }
}

function textOf(time: Date, level: Level, message: string, facts: Facts): string {
  const more = Object.entries(facts).map(([name, value]) => `\n  ${name}: ${String(value)}`)
  return `${timeOf(time)} ${level === 'info' ? '' : `${level}: `}${message}${more.join('')}\n`
}

/** `13:20:01.123Z GET /api/jobs?format=Entity 200 JobList 3 ms 4567 bytes default administrator`, and what is odd about it. */
export function requestText(time: Date, line: RequestLine): string {
  const { method, path, status, operation, ms, bytes, world, user, cut, unread, fault } = line
  const words = [
    ...[timeOf(time), method, path, status, operation, `${ms} ms`, `${bytes} bytes`, world, user],
    cut && 'cut off',
    unread && `unread: ${unread.join(', ')}`,
    fault && `fault: ${fault}`,
  ]
  return `${visible(words.filter((word) => word !== undefined).join(' '))}\n`
}

const timeOf = (time: Date): string => time.toISOString().slice(11)
