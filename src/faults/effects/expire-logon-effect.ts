import { boolean } from '../../json-schema/shape.ts'
import type { AskedRequest, EffectKind } from './effect-kind.ts'

export const expireLogonEffect = {
  name: 'expireLogon',
  description: 'The logon session ends before the request is looked at.',
  shape: boolean,
  acts: 'before',
  act: (asked: AskedRequest) => asked.expireLogon(),
} as const satisfies EffectKind
