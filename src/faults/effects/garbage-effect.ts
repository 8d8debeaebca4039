import { boolean } from '../../json-schema/shape.ts'
import type { EffectKind, Sending } from './effect-kind.ts'

const LENGTH = 64

export const garbageEffect = {
  name: 'garbage',
  description: `${LENGTH} bytes come that are neither XML nor JSON.`,
  shape: boolean,
  acts: 'on bytes',
  act(answer: Sending): void {
    const noise = Buffer.from(Array.from({ length: LENGTH }, () => answer.draw.integer(128, 255)))
    answer.send(LENGTH, noise, 'end')
  },
} as const satisfies EffectKind
