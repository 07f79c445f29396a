import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { bundle } from '../support/bundle'
import { customerWithPromise, temporaryFolder } from './support'

// `npm run endurance` takes more
const kills = Number(process.env.REDRESS_KILLS ?? 40)

/** Runs the writer and kills it at a random moment after its first words; gives what it said was saved. */
function killed(script: string, file: string, customerId: string, delay: number): Promise<Map<string, string>> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, file, customerId], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), delay)
      said += chunk.toString()
    })
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') return fail(new Error(`the writer stopped by itself: ${code}`))
      // a line that was cut short was not said
      const lines = said.slice(0, said.lastIndexOf('\n')).split('\n')
      done(new Map(lines.map((line) => line.split(' ') as [string, string])))
    })
  })
}

it(`loses no saved change in ${kills} kills, and the file verifies`, { timeout: 600_000 + kills * 3_000 }, async () => {
  const script = await bundle('test/workspace/kill-writer.ts')
  const file = join(temporaryFolder(), 'Killed.redress')
  const first = await openWorkspace(file, { create: true })
  const { customerId } = await customerWithPromise(first)
  await first.close()
  let saved = 0
  for (let n = 1; n <= kills; n++) {
    const said = await killed(script, file, customerId, (n * 7919) % 97)
    const workspace = await openWorkspace(file)
    for (const [id, state] of said) {
      const promise = await workspace.store.read.selectFrom('promise').select('outcome').where('id', '=', id).executeTakeFirst()
      expect(promise, `kill ${n}, promise ${id}`).toBeDefined()
      if (state === 'kept') expect(promise!.outcome, `kill ${n}, promise ${id}`).toBe('kept')
    }
    saved += said.size
    if (n % 50 === 0 || n === kills) expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, problems: [] })
    await workspace.close()
  }
  expect(saved).toBeGreaterThan(kills)
})
