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
    idle: { mostWait: number }
    cancelled: { code: string; ms: number }
    verifying: { mostWait: number; changes: number }
    backingUp: { mostWait: number; changes: number }
  }
  expect(found.told).toBeGreaterThan(10)
  expect(found.cancelled.code).toBe('cancelled')
  expect(found.cancelled.ms).toBeLessThan(500)
  for (const long of [found.verifying, found.backingUp]) {
    expect(long.changes).toBeGreaterThan(10)
    // on a busy computer a change waits now and then for others' work, also when Redress does nothing else
    expect(long.mostWait).toBeLessThan(Math.max(100, found.idle.mostWait))
  }
})
