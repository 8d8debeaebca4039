import type { ServerResponse } from 'node:http'
import { clearTimeout, setTimeout } from 'node:timers'
import type { House } from './house.ts'
import { withNet } from './last-net.ts'

/** Does something after some milliseconds, unless the client has gone or the world closes by then. */
export function later(house: House, raw: ServerResponse, delay: number, act: () => void): void {
  const stop = () => {
    clearTimeout(timer)
    house.open.delete(end)
    raw.off('close', stop)
  }
  const end = () => {
    stop()
    raw.destroy()
  }
  const timer = setTimeout(() => {
    stop()
    withNet(raw, house.log, act)
  }, delay)
  house.open.add(end)
  raw.on('close', stop)
}
