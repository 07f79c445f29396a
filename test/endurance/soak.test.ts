import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { bundle } from '../support/bundle'

const orders = Number(process.env.REDRESS_SOAK_ORDERS ?? 20_000)
const interactions = orders * 10

it(`works with ${interactions} interactions and ${orders} orders`, { timeout: 3_600_000 }, async () => {
  const script = await bundle('test/endurance/soak-child.ts', true, true)
  const said = execFileSync(process.execPath, [script, String(orders), String(interactions), '5'], { encoding: 'utf8' })
  console.log(said.trim())
  const found = JSON.parse(said.trim().split('\n').at(-1)!) as {
    told: number
    answered: number
    idle: Waits
    cancelled: { code: string; ms: number }
    verifying: Waits
    backingUp: Waits
  }
  expect(found.told).toBeGreaterThan(10)
  expect(found.cancelled.code).toBe('cancelled')
  expect(found.cancelled.ms).toBeLessThan(500)
  expect(found.answered).toBeLessThan(1_000)
  for (const long of [found.verifying, found.backingUp]) {
    expect(long.changes).toBeGreaterThan(10)
    expect(long.late / long.changes).toBeLessThanOrEqual(noise(found.idle, long.changes))
  }
})

interface Waits {
  changes: number
  /** How many waited more than 100 ms. */
  late: number
}

/**
 * The share of changes that may wait more than 100 ms: none, unless some do when Redress does nothing else, for what other
 * programs do on this computer. Then as many, within three standard errors of the two counts.
 */
function noise({ late, changes }: Waits, others: number): number {
  const share = late / changes
  return share + 3 * Math.sqrt(share * (1 - share) * (1 / changes + 1 / others))
}
