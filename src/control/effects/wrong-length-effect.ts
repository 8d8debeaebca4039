import { truth } from '../../json/shape.ts'
import type { EffectKind } from './effect-kind.ts'

export const wrongLengthEffect: EffectKind = {
  name: 'wrongLength',
  says: 'Ten bytes more are announced than come.',
  shape: truth,
  acts: 'on bytes',
  act: (answer) => answer.send(answer.body.length + 10, answer.body, 'close'),
}
