import { boolean } from '../../json-schema/shape.ts'
import type { Connection, EffectKind } from './effect-kind.ts'

export const emptyEffect = {
  name: 'empty',
  description: 'The connection is closed instead of an answer.',
  shape: boolean,
  acts: 'instead',
  act: (connection: Connection) => connection.close(),
} as const satisfies EffectKind
