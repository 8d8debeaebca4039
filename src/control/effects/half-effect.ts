import { truth } from '../../json/shape.ts'
import { firstHalf } from './first-half.ts'
import type { EffectKind } from './effect-kind.ts'

export const halfEffect: EffectKind = {
  name: 'half',
  says: 'Half of the bytes come, and then the connection is closed.',
  shape: truth,
  acts: 'on bytes',
  act: (answer) => answer.send(answer.body.length, firstHalf(answer.body), 'close'),
}
