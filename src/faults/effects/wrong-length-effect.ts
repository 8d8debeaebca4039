import { boolean } from '../../json-schema/shape.ts'
import type { EffectKind, Sending } from './effect-kind.ts'

export const wrongLengthEffect = {
  name: 'wrongLength',
  description: 'Ten bytes more are announced than come.',
  shape: boolean,
  acts: 'on bytes',
  act: (answer: Sending) => answer.send(answer.body.length + 10, answer.body, 'close'),
} as const satisfies EffectKind
