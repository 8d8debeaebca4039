import type { ServerResponse } from 'node:http'
import { clearTimeout, setTimeout } from 'node:timers'
import type { World } from '../../worlds/world.ts'
import { withNet } from '../request/last-net.ts'

/** Does something after some milliseconds, or when the world closes, unless the client has gone by then. */
export function later(world: World, raw: ServerResponse, delay: number, act: () => void): void {
  const stop = () => {
    clearTimeout(timer)
    world.open.delete(end)
    raw.off('close', stop)
  }
  const end = () => {
    stop()
    withNet(raw, world.log, act)
  }
  const timer = setTimeout(end, delay)
  world.open.add(end)
  raw.on('close', stop)
}
