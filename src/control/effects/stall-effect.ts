import { truth } from '../../json/shape.ts'
import { firstHalf } from './first-half.ts'
import type { EffectKind } from './effect-kind.ts'

export const stallEffect: EffectKind = {
  name: 'stall',
  says: 'Half of the bytes come, and then nothing more for five minutes.',
  shape: truth,
  acts: 'on bytes',
  act: (answer) => answer.send(answer.body.length, firstHalf(answer.body), 'wait'),
}
