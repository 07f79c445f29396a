import { daysBetween, daysInclusive } from '../../losses/calculators/dates'
import { yearDays } from '../../losses/calculators/interest'
import { POISSON_MAX } from '../../losses/model/inventory'
import { given, one, said, type CellOf, type Formula } from './formula'

type Line = Parameters<Formula>[1]

const times: Record<string, number> = { yearly: 1, quarterly: 4, monthly: 12, daily: 365 }
const yearOf = (line: Line): number => yearDays[said(line, 'dayCount', 'actual-365')] ?? 365

/** Days of interest: between two days that are given, else a quantity. */
function daysOf(cell: CellOf, line: Line): string {
  const [from, to] = [said(line, 'from'), said(line, 'to')]
  const dated = from && to ? daysBetween(from, to) : undefined
  return dated === undefined ? `MIN(365000,MAX(0,${cell('days')}))` : String(Math.min(365_000, Math.max(0, dated)))
}

/** What is lost of sales, production and money. */
export const business: Readonly<Record<string, Formula>> = {
  demurrage(cell, line) {
    const [from, to] = [said(line, 'from'), said(line, 'to')]
    const dated = from && to ? daysInclusive(from, to) : undefined
    const charged = `MAX(0,MAX(0,${dated ?? cell('daysHeld')})-${cell('freeDays')})`
    const rate2 = given(line, 'rate2') ? cell('rate2') : cell('rate1')
    const rate3 = given(line, 'rate3') ? cell('rate3') : rate2
    const first = given(line, 'tier1Days') ? `MIN(${charged},${cell('tier1Days')})` : charged
    const left = `(${charged}-${first})`
    const second = given(line, 'tier2Days') ? `MIN(${left},${cell('tier2Days')})` : left
    return `${one(cell, line, 'containers')}*(${first}*${cell('rate1')}+${second}*${rate2}+(${left}-${second})*${rate3})`
  },
  'gross-profit'(cell, line) {
    const rate = `IF(${cell('turnover')}>0,MAX(0,(${cell('netProfit')}+${cell('standingCharges')})/${cell('turnover')}),0)`
    const short = `MAX(0,${cell('standardTurnover')}*(1+${cell('trend')})-${cell('actualTurnover')})`
    const working = `MIN(${cell('increasedCost')},${cell('salesSaved')}*${rate})`
    const loss = `MAX(0,${short}*${rate}+${working}-${cell('savedCharges')})`
    if (!given(line, 'sumInsured')) return loss
    const insurable = `${rate}*${cell('turnover')}*(1+${cell('trend')})`
    return `${loss}*IF(${insurable}<=0,1,MIN(1,${cell('sumInsured')}/(${insurable})))`
  },
  'simple-interest': (cell, line) => `${cell('principal')}*${cell('rate')}*${daysOf(cell, line)}/${yearOf(line)}`,
  'compound-interest'(cell, line) {
    const often = times[said(line, 'compounding', 'yearly')] ?? 1
    const periods = `MIN(${often}*${daysOf(cell, line)}/${yearOf(line)},${often * 200})`
    return `${cell('principal')}*((1+${cell('rate')}/${often})^${periods}-1)`
  },
  'period-interest'(cell, line) {
    const [longest, shortest] = ['first', 'last'].map((field) => daysBetween(said(line, field), said(line, 'paid')) ?? 0)
    const days = Math.min(365_000, Math.max(0, (longest! + shortest!) / 2))
    return said(line, 'compounding', 'none') === 'none'
      ? `${cell('loss')}*${cell('rate')}/${yearOf(line)}*${days}`
      : `${cell('loss')}*((1+${cell('rate')})^${Math.min(days / yearOf(line), 200)}-1)`
  },
  'contingent-interruption'(cell, line) {
    const exposed = `MAX(0,${cell('daysLate')}-${cell('daysOfCover')})`
    const lost = `${cell('revenuePerDay')}*${one(cell, line, 'shareDependent')}*${cell('contributionRatio')}`
    return `${exposed}*${lost}*(1-${cell('shareRecaptured')})+${cell('extraExpense')}`
  },
  'interruption-worksheet'(cell) {
    const period = `(${cell('periodDays')}*24)`
    const waited = `IF(${cell('waitingHours')}>0,IF(${period}>0,MIN(1,${cell('waitingHours')}/${period}),0),0)`
    return `MAX(0,${cell('netIncome')}+${cell('continuingExpenses')})*(1-${waited})+${cell('extraExpense')}`
  },
  'lost-profit'(cell, line) {
    const per = `(${cell('pricePerUnit')}-${cell('avoidedCostPerUnit')})`
    const byUnit = `MAX(0,${cell('unitsLost')}*${per}+${cell('extraExpense')}-${cell('mitigationProfit')})`
    const byBusiness = `MAX(0,${cell('profitButFor')}-(${cell('profitActual')}))`
    if (!given(line, 'profitButFor') || !given(line, 'profitActual')) return byUnit
    if (!['unitsLost', 'pricePerUnit', 'avoidedCostPerUnit'].every((field) => given(line, field))) return byBusiness
    return said(line, 'route', 'unit') === 'business' ? byBusiness : byUnit
  },
  outage(cell, line) {
    const sales = `${cell('revenuePerHour')}*${cell('hoursDown')}*${one(cell, line, 'shareDependent')}`
    const lost = `${sales}*${one(cell, line, 'contributionRatio')}*(1-${cell('shareRecaptured')})`
    const idle = `${cell('people')}*${cell('loadedRate')}*${cell('hoursDown')}*${one(cell, line, 'impact')}`
    // with fixed labour the lost contribution holds the wages of those who are idle
    const both = said(line, 'labourInMargin', 'fixed') === 'fixed' ? `MAX(${lost},${idle})` : `${lost}+${idle}`
    return `${both}+${cell('recoveryCost')}`
  },
  availability(cell, line) {
    const [copies, series] = ['copies', 'inSeries'].map((field) => `MAX(1,ROUND(${one(cell, line, field)},0))`)
    const whole = `(1-(1-${cell('partAvailability')})^${copies!})^${series!}`
    return `MAX(0,1-${whole})*${cell('hoursInPeriod')}*${cell('lossPerHour')}`
  },
  'poor-quality'(cell, line) {
    const all = ['scrap', 'rework', 'otherInternal', 'warranty', 'penalties', 'otherExternal'].map(cell)
    return [...all, ...(said(line, 'definition', 'failure') === 'inspection' ? [cell('inspection')] : [])].join('+')
  },
  'seasonal-stock'(cell, line) {
    const [stock, late] = [cell('stockAvailable'), cell('unitsLate')]
    const short = (at: string) => shortage(cell, line, at)
    const over = (at: string) => `MAX(0,${at}-${short('0')}+${short(at)})`
    const missed = `MAX(0,${short(stock)}-${short(`(${stock}+${late})`)})`
    const remain = `MAX(0,${over(`(${stock}+${late})`)}-${over(stock)})`
    const cleared = `MAX(0,${late}*${one(cell, line, 'shareKept')}-${remain})`
    return `${missed}*${cell('contributionPerUnit')}+${cleared}*${cell('clearanceLoss')}`
  }
}

/** The mean number of units that are asked for and not there, as `expectedShortage` has it. */
function shortage(cell: CellOf, line: Line, stock: string): string {
  const mean = cell('meanDemand')
  const normal = (sd: string): string => {
    const z = `((${stock}-${mean})/${sd})`
    const loss = `MAX(0,_xlfn.NORM.S.DIST(${z},FALSE)-${z}*_xlfn.NORM.S.DIST(-${z},TRUE))`
    return `IF(${sd}>0.000000000001,${sd}*${loss},MAX(0,${mean}-${stock}))`
  }
  if (said(line, 'demand', 'normal') !== 'poisson') return normal(cell('sdDemand'))
  // by what is likely: beyond that mean the two are nearly one, and a sheet takes no formula that holds both for all its parts
  if (Number(line.likely['meanDemand']) > POISSON_MAX) return normal(`SQRT(${mean})`)
  const whole = `INT(${stock})`
  const above = (at: string): string => `(1-_xlfn.POISSON.DIST(${at},${mean},TRUE))`
  const atLeast = `IF(${whole}>0,${above(`MAX(0,${whole}-1)`)},1)`
  return `MAX(0,${mean}*${atLeast}-${stock}*${above(whole)})`
}
