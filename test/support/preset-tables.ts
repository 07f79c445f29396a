import { airEu, baggageUs, deniedBoardingUs, flightRefundUs } from '../../src/shared/losses/presets/air'
import { cmr, montreal } from '../../src/shared/losses/presets/carriage'
import { energyStandardsGb, powerCutGb } from '../../src/shared/losses/presets/energy'
import { inconvenienceBands } from '../../src/shared/losses/presets/inconvenience'
import { bankRate, ecbRate, euFixedSum, ukFixedSum } from '../../src/shared/losses/presets/late-payment'
import { ldClauses } from '../../src/shared/losses/presets/ld-clauses'
import type { PresetTable } from '../../src/shared/losses/presets/preset'
import { delayRepayUk, railEu } from '../../src/shared/losses/presets/rail'
import { slaCredits } from '../../src/shared/losses/presets/sla-credits'
import { telecomsUk } from '../../src/shared/losses/presets/telecoms'

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
