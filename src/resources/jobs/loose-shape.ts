import { optional, type Fields } from '../../model/shape.ts'

/** Fields of which any may be left out, as an edit has them. */
export type Loose<F extends Fields> = {
  readonly [K in keyof F]: F[K] & { readonly optional: true }
}

/** The same fields in the same order, none of which has to be there. */
export const loose = <const F extends Fields>(fields: F): Loose<F> =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, optional(shape)])) as unknown as Loose<F>
