import { boolean } from '../../json-schema/shape.ts'
import { firstHalf } from './first-half.ts'
import type { EffectKind, Sending } from './effect-kind.ts'

export const stallEffect = {
  name: 'stall',
  description: 'Half of the bytes come, and then nothing more for five minutes.',
  shape: boolean,
  acts: 'on bytes',
  act: (answer: Sending) => answer.send(answer.body.length, firstHalf(answer.body), 'wait'),
} as const satisfies EffectKind
