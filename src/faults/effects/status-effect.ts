import { integer, string } from '../../json-schema/shape.ts'
import { ApiError } from '../../model/api-error.ts'
import type { EffectKind } from './effect-kind.ts'

export const statusEffect = {
  name: 'status',
  description: "EM's Error document with this status, and with `message` if one is given.",
  shape: integer(400, 599, 'the status of an error, from 400 to 599'),
  with: { message: string() },
  acts: 'before',
  act(_, { status, message }) {
    const usual = `The server answers ${String(status)}, as it was told to.`
    throw new ApiError(Number(status), typeof message === 'string' ? message : usual)
  },
} as const satisfies EffectKind
