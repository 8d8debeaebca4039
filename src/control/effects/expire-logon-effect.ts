import { truth } from '../../json/shape.ts'
import type { EffectKind } from './effect-kind.ts'

export const expireLogonEffect: EffectKind = {
  name: 'expireLogon',
  says: 'The logon session ends before the request is looked at.',
  shape: truth,
  acts: 'before',
  act: (asked) => asked.expireLogon(),
}
