import { truth } from '../../json/shape.ts'
import type { EffectKind } from './effect-kind.ts'

export const resetEffect: EffectKind = {
  name: 'reset',
  says: 'The connection is reset instead of an answer.',
  shape: truth,
  acts: 'instead',
  act: (connection) => connection.reset(),
}
