import { boolean } from '../../json-schema/shape.ts'
import type { EffectKind, Sending } from './effect-kind.ts'

export const reversedEffect = {
  name: 'reversed',
  description: 'The bytes come in reverse.',
  shape: boolean,
  acts: 'on bytes',
  act: (answer: Sending) => answer.send(answer.body.length, Buffer.from(answer.body).reverse(), 'end'),
} as const satisfies EffectKind
