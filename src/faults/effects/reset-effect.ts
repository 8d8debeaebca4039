import { boolean } from '../../json-schema/shape.ts'
import type { Connection, EffectKind } from './effect-kind.ts'

export const resetEffect = {
  name: 'reset',
  description: 'The connection is reset instead of an answer.',
  shape: boolean,
  acts: 'instead',
  act: (connection: Connection) => connection.reset(),
} as const satisfies EffectKind
