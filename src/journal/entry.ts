import { writeInstant, type Instant } from '../clock/instant.ts'
import type { Resource } from '../model/resource.ts'
import { numeric, optional, text, boolean, type Row } from '../model/shape.ts'
import type { Parameter } from '../query/read-query.ts'
import type { Selection } from '../query/selection.ts'
import { testsIn } from './known-operations.ts'
import { maskBody, maskIdsIn, maskNamed, maskPath, maskText } from '../log/mask.ts'
import { request } from './request.ts'

/** A request that was answered, as it came: secrets are hidden when it is read. Whatever costs time waits until then. */
export interface Entry {
  /** Simulated time. */
  readonly time: Instant
  readonly method: string
  /** As it came, with the query string. */
  readonly url: string
  /** As it is documented, such as `/jobs/{id}`. */
  readonly route?: string | undefined
  /** `JobStart`; nothing for what is not documented. */
  readonly operation?: string | undefined
  /** Who is logged on, or tries to. */
  readonly user?: string | undefined
  readonly world: string
  readonly status: number
  readonly mediaType: 'xml' | 'json'
  /** Names of parameters and members that nothing read. */
  readonly unread?: readonly string[] | undefined
  /** The name of the fault that was applied. */
  readonly fault?: string | undefined
  readonly requestBytes?: number | undefined
  readonly responseBytes?: number | undefined
  readonly userAgent?: string | undefined
  /** Of the request's body. */
  readonly contentType?: string | undefined
  /** The request's body, if it is to be kept. */
  readonly body?: string | undefined
  /** A browser asks whether its page may ask: it is told where it is asked for only. */
  readonly preflight?: boolean
}

/** An entry as it is told: without secrets, the time in ISO 8601, what is not known left out. */
export interface EntryView extends Omit<Entry, 'time' | 'url'> {
  /** A running number, from 1. */
  readonly id: number
  readonly time: string
  readonly path: string
  readonly parameters: readonly Parameter[]
}

/**
 * An entry as the filter language is asked about it. Paths and names are read without secrets, so that a filter cannot
 * find them out either; what that costs waits until somebody asks.
 */
export class EntryRow implements Row {
  readonly entry: Entry
  /** Its id, a running number from 1. */
  readonly number: number
  readonly up = nothing

  constructor(entry: Entry, number: number) {
    this.entry = entry
    this.number = number
  }

  get id(): string {
    return String(this.number)
  }

  get path(): string {
    return pathOfRequest(this.entry)
  }

  get unread(): string | undefined {
    const { unread = [] } = this.entry
    return unread.length === 0 ? undefined : unread.map(maskText).join(', ')
  }

  get preflight(): boolean {
    return this.entry.preflight === true
  }

  get time(): Entry['time'] {
    return this.entry.time
  }

  get method(): Entry['method'] {
    return this.entry.method
  }

  get route(): Entry['route'] {
    return this.entry.route
  }

  get operation(): Entry['operation'] {
    return this.entry.operation
  }

  get world(): Entry['world'] {
    return this.entry.world
  }

  get user(): Entry['user'] {
    return this.entry.user
  }

  get mediaType(): Entry['mediaType'] {
    return this.entry.mediaType
  }

  get status(): Entry['status'] {
    return this.entry.status
  }

  get fault(): Entry['fault'] {
    return this.entry.fault
  }
}

const nothing = {}

/** Entries have numbers, and no GUIDs. */
const names = Object.entries(request.query).filter(([name]) => name !== 'UID')

/** What the filter language may ask of the journal: all that it may ask of a request, its number, and what was unread. */
export const journaled: Resource = {
  ...request,
  fields: { ...request.fields, number: numeric(), unread: optional(text()), preflight: boolean() },
  query: {
    id: { of: 'member', member: 'number' },
    ...Object.fromEntries(names),
    unread: { of: 'member', member: 'unread' },
    preflight: { of: 'member', member: 'preflight' },
  },
}

/** A selection of the journal without the preflights of browsers, unless it asks about them. */
export function butPreflights(selection: Selection | undefined): Selection {
  const none: Selection = { kind: 'test', source: { of: 'member', member: 'preflight' }, operator: '==', key: 0 }
  const asks = ({ member, key }: ReturnType<typeof testsIn>[number]) =>
    member === 'preflight' || (member === 'method' && key === 'options')
  if (selection === undefined) return none
  return testsIn(selection).some(asks) ? selection : { kind: 'all', of: [selection, none] }
}

/** What is told of an entry. @param read reads the query string of a URL. */
export function viewOf({ number, entry }: EntryRow, read: (url: string) => readonly Parameter[]): EntryView {
  const { time, url, body, unread, userAgent, contentType, ...rest } = entry
  return {
    id: number,
    ...rest,
    time: writeInstant(time),
    path: pathOfRequest(entry),
    parameters: read(url).map(({ name, value }) => ({
      name: maskText(name),
      value: maskIdsIn(url, maskNamed(name, value)),
    })),
    ...(unread !== undefined && unread.length > 0 && { unread: unread.map(maskText) }),
    ...(userAgent !== undefined && { userAgent: maskText(userAgent) }),
    ...(contentType !== undefined && { contentType: maskText(contentType) }),
    ...(body !== undefined && { body: maskBody(body) }),
  }
}

/** The path of an entry, without secrets. */
export function pathOfRequest({ url }: Entry): string {
  const end = url.indexOf('?')
  return maskPath(end < 0 ? url : url.slice(0, end))
}
