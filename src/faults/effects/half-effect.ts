import { boolean } from '../../json-schema/shape.ts'
import { firstHalf } from './first-half.ts'
import type { EffectKind, Sending } from './effect-kind.ts'

export const halfEffect = {
  name: 'half',
  description: 'Half of the bytes come, and then the connection is closed.',
  shape: boolean,
  acts: 'on bytes',
  act: (answer: Sending) => answer.send(answer.body.length, firstHalf(answer.body), 'close'),
} as const satisfies EffectKind
