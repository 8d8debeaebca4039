import { truth } from '../../json/shape.ts'
import type { EffectKind } from './effect-kind.ts'

export const emptyEffect: EffectKind = {
  name: 'empty',
  says: 'The connection is closed instead of an answer.',
  shape: truth,
  acts: 'instead',
  act: (connection) => connection.close(),
}
