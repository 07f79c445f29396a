import type { Calculator, LineInputs } from './calculator'
import { deniedBoarding, flightEu, flightRefund } from '../calculators/air'
import { baggage, carriageLimit } from '../calculators/carriage'
import { demurrage } from '../calculators/demurrage'
import { expedite } from '../calculators/expedite'
import { grossProfit } from '../calculators/gross-profit'
import { idleLabour } from '../calculators/idle-labour'
import { compoundInterest, simpleInterest } from '../calculators/interest'
import { contingentInterruption, interruptionWorksheet } from '../calculators/interruption'
import { lateDelivery } from '../calculators/late-delivery'
import { latePaymentEu, latePaymentUk } from '../calculators/late-payment'
import { lineDown } from '../calculators/line-down'
import { liquidatedDamages } from '../calculators/liquidated-damages'
import { lostProfit } from '../calculators/lost-profit'
import { lostSales } from '../calculators/lost-sales'
import { availability, outage } from '../calculators/outage'
import { overcharge } from '../calculators/overcharge'
import { ownFormula } from '../calculators/own-formula'
import { periodInterest } from '../calculators/period-interest'
import { plainAmount } from '../calculators/plain-amount'
import { poorQuality } from '../calculators/poor-quality'
import { providerCredit } from '../calculators/provider-credit'
import { returns, rework, scrap, warranty } from '../calculators/quality'
import { delayRepay, railDelayEu } from '../calculators/rail'
import { seasonalStock } from '../calculators/seasonal-stock'
import { timeAndTrouble } from '../calculators/time-and-trouble'
import { energyStandards, powerCut, telecoms } from '../calculators/utilities'

/** Every calculator, in the order in which they are offered. */
export const calculators: Calculator[] = [
  lateDelivery,
  lostSales,
  lineDown,
  idleLabour,
  expedite,
  liquidatedDamages,
  lostProfit,
  contingentInterruption,
  interruptionWorksheet,
  grossProfit,
  seasonalStock,
  demurrage,
  outage,
  providerCredit,
  availability,
  scrap,
  rework,
  warranty,
  returns,
  poorQuality,
  overcharge,
  simpleInterest,
  compoundInterest,
  periodInterest,
  latePaymentEu,
  latePaymentUk,
  timeAndTrouble,
  flightEu,
  deniedBoarding,
  flightRefund,
  railDelayEu,
  delayRepay,
  telecoms,
  energyStandards,
  powerCut,
  carriageLimit,
  baggage,
  plainAmount,
  ownFormula
]

const byId = new Map(calculators.map((calculator) => [calculator.id, calculator]))

/** Takes a calculator's id, gives it, or undefined for an id that this version does not know. */
export function calculatorById(id: string): Calculator | undefined {
  return byId.get(id)
}

/** Takes a line's calculator and inputs, gives the calculator with the fields of this very line (an own formula has its own). */
export function calculatorFor(id: string, inputs: LineInputs): Calculator | undefined {
  const found = calculatorById(id)
  return found?.fieldsFor ? { ...found, fields: found.fieldsFor(inputs) } : found
}
