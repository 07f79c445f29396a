import { airEu, baggageUs, deniedBoardingUs, flightRefundUs } from './air'
import { cmr, montreal } from './carriage'
import { energyStandardsGb, powerCutGb } from './energy'
import { inconvenienceBands } from './inconvenience'
import { bankRate, ecbRate, euFixedSum, ukFixedSum } from './late-payment'
import { ldClauses } from './ld-clauses'
import type { PresetTable } from './preset'
import { delayRepayUk, railEu } from './rail'
import { slaCredits } from './sla-credits'
import { telecomsUk } from './telecoms'

/** Every table of dated amounts, for the documentation and the tests. */
export const presetTables: PresetTable<unknown>[] = [
  airEu,
  deniedBoardingUs,
  baggageUs,
  flightRefundUs,
  railEu,
  delayRepayUk,
  telecomsUk,
  energyStandardsGb,
  powerCutGb,
  montreal,
  cmr,
  ecbRate,
  bankRate,
  euFixedSum,
  ukFixedSum,
  ...Object.values(slaCredits),
  ...ldClauses,
  inconvenienceBands
]
