import type { Driver, LossLine, LossSheet } from '../../shared/contract/losses'
import type { DriverInput, LossLineInput, SimulationInput } from '../../shared/losses/engine/incident-loss'
import { loadFormulas, ownFormula } from '../../shared/losses/calculators/own-formula'
import { calculatorFor } from '../../shared/losses/model/all-calculators'
import { asConfirmed } from '../../shared/losses/model/confirmed'
import { countedUntil, type EndOfHarm } from '../../shared/losses/model/harm'
import type { Schedule } from '../../shared/records/clocks'
import type { Incident } from '../../shared/records/incidents'
import { dayOf } from '../../shared/values/zones'
import type { Context } from '../handlers'
import { parsed } from '../records'
import { inCurrency } from './loss-checks'
import { upgradedLines } from './upgraded'
import { proofsOf } from './loss-proofs'
import { answersOf, effectOf } from './question-effects'
import type { Day, Id } from '../../shared/values/flavours'

type Db = Pick<Context['read'], 'selectFrom'>

/** Gives the stored parts of an incident's loss, lines in their order. */
export async function lossSheet(db: Db, incidentId: Id<'incident'>): Promise<LossSheet> {
  const [lines, drivers, rates, answers, examined] = await Promise.all([
    db
      .selectFrom('lossLine')
      .selectAll()
      .where('incidentId', '=', incidentId)
      .where('trashedAt', 'is', null)
      .orderBy('position')
      .orderBy('createdAt')
      .execute(),
    db
      .selectFrom('driver')
      .selectAll()
      .where('incidentId', '=', incidentId)
      .where('trashedAt', 'is', null)
      .orderBy('createdAt')
      .execute(),
    db.selectFrom('rate').selectAll().where('trashedAt', 'is', null).orderBy('on', 'desc').execute(),
    db
      .selectFrom('guardAnswer')
      .select(['key', 'answer', 'why', 'leavesId', 'amount', 'currency'])
      .where('incidentId', '=', incidentId)
      .where('trashedAt', 'is', null)
      .execute(),
    answersOf(db, incidentId)
  ])
  await readyFor(lines)
  const own = drivers.map((driver) => parsed<Driver>('driver', driver))
  const all = lines.map((line) => parsed<LossLine>('lossLine', line))
  return {
    lines: all,
    drivers: own,
    rates,
    answers,
    proofs: await proofsOf(db, lines),
    examined,
    upgraded: upgradedLines(all, own)
  }
}

/** The expression library is loaded with the first line that needs it. */
export async function readyFor(lines: readonly { calculator: string }[]): Promise<void> {
  if (lines.some(({ calculator }) => calculator === ownFormula.id)) await loadFormulas()
}

/** Gives an incident as it is simulated, on every screen and in every brief alike. */
export function simulation(
  incident: Pick<Incident, 'id' | 'currency' | 'ended' | 'began'> & { end: EndOfHarm; calendar: Schedule },
  {
    lines,
    drivers,
    rates,
    answers,
    proofs,
    examined
  }: Pick<LossSheet, 'rates' | 'answers' | 'proofs' | 'examined'> & {
    lines: readonly LossLineInput[]
    drivers: readonly DriverInput[]
  },
  today: Day
): SimulationInput {
  // of an instant its day
  const harmOn = dayOf(incident.began, incident.calendar.zone)
  const until = countedUntil(incident, incident.end, today)
  const effect = effectOf(incident.id, examined, asConfirmed(lines, proofs))
  // seeded by the incident: the same inputs give the same figures on every screen, every brief and every machine
  return {
    lines: effect.lines.map((line) => ({
      ...line,
      until,
      harmOn,
      ...(line.runs ? { calendar: incident.calendar } : {})
    })),
    drivers: [...inCurrency(drivers, incident.currency), ...effect.drivers],
    ...(effect.discount === undefined ? {} : { discount: effect.discount }),
    // one that is dated ahead is nobody's rate yet
    rates: rates.filter(({ on }) => on <= today),
    answers,
    currency: incident.currency,
    seed: incident.id,
    calculators: (id, line) => calculatorFor(id, line.inputs)
  }
}
