import type { Id } from '../../values/flavours'

/**
 * One uncertain or certain number as the advocate gave it, in the unit of its field.
 * - `exact`: known.
 * - `range`: absolute low, likely, high; read as a PERT distribution (Vose form, weight 4), or as a triangle if so marked.
 * - `one-in-twenty`: 1 in 20 below low and 1 in 20 above high; read as a lognormal with these as P5 and P95.
 */
export type OwnQuantity =
  | { as: 'exact'; value: number }
  | { as: 'range'; low: number; likely: number; high: number; shape?: 'pert' | 'triangular' }
  | { as: 'one-in-twenty'; low: number; high: number }

/** Takes the value of a quantity that the whole incident shares. */
export interface SharedQuantity {
  as: 'driver'
  driverId: Id<'driver'>
}
export type Quantity = OwnQuantity | SharedQuantity

declare const checked: unique symbol
/** A quantity whose numbers are in order and within its bounds: only `checkQuantity` gives one, and only such a one is drawn. */
export type CheckedQuantity = OwnQuantity & { readonly [checked]: true }
