import { distributionOf, type Distribution } from '../sampling/distributions'
import type { QuantityField } from './calculator'
import type { Quantity } from './quantity'
import { checkedOf } from './validate-quantity'
import type { DriverInput } from '../engine/incident-loss'

/** A field's quantity with its numbers: its own, or those of a quantity that the incident shares. */
export interface Resolved<D> {
  distribution: Distribution
  driver: D | undefined
  /** What a shared amount is multiplied with: its currency in the line's. */
  factor: number
  /** The value that stands for it when something else is varied, and when the loss is explained. */
  likely: number
}

/**
 * The one place where a quantity's likely value is reckoned. Takes what was given for a field, where shared quantities are
 * found, and how a shared amount is turned into the line's currency; undefined where the shared quantity is not there.
 */
export function resolve<D extends Pick<DriverInput, 'quantity'>>(
  field: QuantityField,
  given: Quantity,
  driverOf: (id: string) => D | undefined,
  factorOf: (driver: D) => number
): Resolved<D> | undefined {
  const driver = given.as === 'driver' ? driverOf(given.driverId) : undefined
  const own = given.as === 'driver' ? driver?.quantity : given
  if (!own) return undefined
  const distribution = distributionOf(checkedOf(own))
  const factor = driver && field.unit.startsWith('money') ? factorOf(driver) : 1
  return { distribution, driver, factor, likely: within(distribution.likely * factor, field) }
}

/** Holds a number within a field's bounds: the tail of a 1-in-20 range may reach beyond what can be. */
export function within(value: number, field: QuantityField): number {
  return value < field.min ? field.min : value > field.max ? field.max : value
}
