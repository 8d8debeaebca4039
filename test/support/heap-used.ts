import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that are held, once what nobody holds is gone. */
export function heapUsed(): number {
  collect()
  return process.memoryUsage().heapUsed
}
