import type { OwnQuantity, Quantity } from '../../../shared/losses/model/quantity'
import { toMajor, toMinor } from '../../../shared/values/money'

function each(quantity: OwnQuantity, turn: (value: number) => number): OwnQuantity {
  switch (quantity.as) {
    case 'exact':
      return { as: 'exact', value: turn(quantity.value) }
    case 'range':
      return { ...quantity, low: turn(quantity.low), likely: turn(quantity.likely), high: turn(quantity.high) }
    case 'one-in-twenty':
      return { ...quantity, low: turn(quantity.low), high: turn(quantity.high) }
  }
}

/** A stored quantity of money, as it is typed: in major units. */
export const inMajor = (quantity: OwnQuantity | null | undefined, currency: string): OwnQuantity | null =>
  quantity ? each(quantity, (minor) => toMajor(minor, currency)) : null

/** A typed one, as it is stored: in minor units. */
export const inMinor = (quantity: Quantity | null, currency: string): OwnQuantity | null =>
  quantity && quantity.as !== 'driver' ? each(quantity, (major) => toMinor(major, currency)) : null
