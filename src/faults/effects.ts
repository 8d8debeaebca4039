// Generated from the files beside it by `npm run generate`. Do not edit.
import { emptyEffect } from './effects/empty-effect.ts'
import { expireLogonEffect } from './effects/expire-logon-effect.ts'
import { garbageEffect } from './effects/garbage-effect.ts'
import { halfEffect } from './effects/half-effect.ts'
import { resetEffect } from './effects/reset-effect.ts'
import { stallEffect } from './effects/stall-effect.ts'
import { statusEffect } from './effects/status-effect.ts'
import { wrongLengthEffect } from './effects/wrong-length-effect.ts'
import { optional } from '../json-schema/shape.ts'
import type { EffectKind } from './effects/effect-kind.ts'

/** Everything that may go wrong with an answer. */
export const effects: readonly EffectKind[] = [
  emptyEffect,
  expireLogonEffect,
  garbageEffect,
  halfEffect,
  resetEffect,
  stallEffect,
  statusEffect,
  wrongLengthEffect,
]

/** The members of an effect, as programs write them. */
export interface EffectMembers {
  /** The connection is closed instead of an answer. */
  readonly empty?: boolean
  /** The logon session ends before the request is looked at. */
  readonly expireLogon?: boolean
  /** 64 bytes come that are neither XML nor JSON. */
  readonly garbage?: boolean
  /** Half of the bytes come, and then the connection is closed. */
  readonly half?: boolean
  /** The connection is reset instead of an answer. */
  readonly reset?: boolean
  /** Half of the bytes come, and then nothing more for five minutes. */
  readonly stall?: boolean
  /** EM's Error document with this status, and with `message` if one is given. */
  readonly status?: number
  /** Goes with `status`. */
  readonly message?: string
  /** Ten bytes more are announced than come. */
  readonly wrongLength?: boolean
}

/** What each of them may be. */
export const effectMembers = {
  empty: optional(emptyEffect.shape),
  expireLogon: optional(expireLogonEffect.shape),
  garbage: optional(garbageEffect.shape),
  half: optional(halfEffect.shape),
  reset: optional(resetEffect.shape),
  stall: optional(stallEffect.shape),
  status: optional(statusEffect.shape),
  message: optional(statusEffect.with.message),
  wrongLength: optional(wrongLengthEffect.shape),
}
