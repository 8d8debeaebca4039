import { truth } from '../../json/shape.ts'
import type { EffectKind } from './effect-kind.ts'

const LENGTH = 64

export const garbageEffect: EffectKind = {
  name: 'garbage',
  says: `${LENGTH} bytes come that are neither XML nor JSON.`,
  shape: truth,
  acts: 'on bytes',
  act(answer) {
    const noise = Buffer.from(Array.from({ length: LENGTH }, () => answer.draw.integer(128, 255)))
    answer.send(LENGTH, noise, 'end')
  },
}
