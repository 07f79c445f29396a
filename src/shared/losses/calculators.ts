import type { Calculator } from './calculator'
import { expedite } from './calculators/expedite'
import { idleLabour } from './calculators/idle-labour'
import { lateDelivery } from './calculators/late-delivery'
import { liquidatedDamages } from './calculators/liquidated-damages'
import { plainAmount } from './calculators/plain-amount'

/** Every calculator, in the order in which they are offered. */
export const calculators: Calculator[] = [lateDelivery, idleLabour, expedite, liquidatedDamages, plainAmount]

const byId = new Map(calculators.map((calculator) => [calculator.id, calculator]))

/** Takes a calculator's id, gives it, or undefined for an id that this version does not know. */
export function calculatorById(id: string): Calculator | undefined {
  return byId.get(id)
}
