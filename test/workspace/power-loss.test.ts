import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundle } from '../support/bundle'
import { builtLog, canLog, replayed, scenes, type Scene } from '../power/replay'

// Every write of a scene is logged, and the power fails in so many states of it: any sectors of what was not synced may be
// there or not. Nothing acknowledged may be missing, and nothing may be neither old nor new. `npm run endurance` takes more.
const states = Number(process.env.REDRESS_POWER_STATES ?? 5_000)
/** The control only has to show that a loss would be seen. */
const share: Record<Scene, number> = {
  writing: 0.26,
  import: 0.16,
  evidence: 0.16,
  backup: 0.16,
  restore: 0.16,
  migration: 0.08,
  control: 0.02
}

const folder = mkdtempSync(join(tmpdir(), 'redress-log-'))
let script = ''
let library = ''
beforeAll(async () => {
  if (!canLog()) return console.log('power loss is not replayed: gcc is needed to log writes')
  script = await bundle('test/power/scene-child.ts', false, true)
  library = builtLog(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.runIf(canLog()).each(Object.keys(scenes) as Scene[])(
  'a loss of power during %s',
  { timeout: 600_000 + states * 150 },
  async (scene) => {
    const found = await replayed(scene, Math.ceil(states * share[scene]), 42, script, library)
    console.log(JSON.stringify(found))
    if (scene === 'control') return expect(found.lost).toBeGreaterThan(found.states / 4)
    expect(found).toMatchObject({ lost: 0, neither: 0, first: null })
    expect(found.states).toBeGreaterThanOrEqual(states * share[scene])
  }
)
