import { z } from 'zod'

const finite = z.number().finite().min(-1e15).max(1e15)

/**
 * One uncertain or certain number as the advocate gave it, in the unit of its field.
 * - `exact`: known.
 * - `range`: absolute low, likely, high; read as a PERT distribution (Vose form, weight 4), or as a triangle if so marked.
 * - `one-in-twenty`: 1 in 20 below low and 1 in 20 above high; read as a lognormal with these as P5 and P95.
 * - `driver`: takes the value of a quantity that the whole incident shares.
 */
export const quantity = z.discriminatedUnion('as', [
  z.object({ as: z.literal('exact'), value: finite }),
  z
    .object({
      as: z.literal('range'),
      low: finite,
      likely: finite,
      high: finite,
      shape: z.enum(['pert', 'triangular']).optional()
    })
    .refine((q) => q.low <= q.likely && q.likely <= q.high, { error: 'order', path: ['likely'] }),
  z
    .object({ as: z.literal('one-in-twenty'), low: finite.gt(0), high: finite.gt(0) })
    .refine((q) => q.low <= q.high, { error: 'order', path: ['high'] }),
  z.object({ as: z.literal('driver'), driverId: z.string().min(1).max(64) })
])
export type Quantity = z.infer<typeof quantity>

/** A quantity with its own numbers, not a reference to a driver. */
export type OwnQuantity = Exclude<Quantity, { as: 'driver' }>
