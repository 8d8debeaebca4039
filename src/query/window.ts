import { days } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import type { Resource } from '../model/resource.ts'
import type { Selection } from './selection.ts'

const WINDOW = days(30)

/**
 * Rows of the last 30 days, exactly 30 days old included, for the paths that em_rest says show no more
 * (get_backupsessions and fifteen others). Throws a plain Error for a resource without a window.
 */
export function inWindow(resource: Resource, now: Instant): Selection {
  const { windowMember: member } = resource
  if (member === undefined) throw new Error(`${resource.name} has no window.`)
  return { kind: 'test', source: { of: 'member', member }, operator: '>=', key: now - WINDOW }
}
