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
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') return fail(new Error(`the writer stopped by itself: ${code}`))
      // a line that was cut short was not said
      const lines = said.slice(0, said.lastIndexOf('\n')).split('\n')
      done(new Map(lines.map((line) => line.split(' ') as [string, string])))
    })
  })
}

/** So many kills are of one file: each is verified when it opens again, and would take longer the more there is in it. */
const ofOneFile = 100

/** Kills the writer of one file so many times. Gives how many changes it said were saved, all of which were there. */
async function chapter(script: string, first: number, last: number): Promise<number> {
  const file = join(temporaryFolder(), 'Killed.redress')
  const fresh = await openWorkspace(file, { create: true })
  const { customerId } = await customerWithPromise(fresh)
  await fresh.close()
  let saved = 0
  for (let n = first; n <= last; n++) {
    const said = await killed(script, file, customerId, (n * 7919) % 97)
    const workspace = await openWorkspace(file)
    for (const [id, state] of said) {
      const promise = await workspace.store.read.selectFrom('promise').select('outcome').where('id', '=', id).executeTakeFirst()
      expect(promise, `kill ${n}, promise ${id}`).toBeDefined()
      if (state === 'kept') expect(promise!.outcome, `kill ${n}, promise ${id}`).toBe('kept')
    }
    saved += said.size
    if (n % 50 === 0 || n === last) expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, problems: [] })
    await workspace.close()
  }
  return saved
}

it(`loses no saved change in ${kills} kills, and the file verifies`, { timeout: 600_000 + kills * 3_000 }, async () => {
  const script = await bundle('test/workspace/kill-writer.ts')
  let saved = 0
  for (let done = 0; done < kills; done += ofOneFile) {
    saved += await chapter(script, done + 1, Math.min(done + ofOneFile, kills))
    if (kills > ofOneFile) console.log(`${Math.min(done + ofOneFile, kills)} kills, ${saved} changes said to be saved, none lost`)
  }
  expect(saved).toBeGreaterThan(kills)
})
