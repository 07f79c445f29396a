import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contract, type WorkspaceName } from '../../src/shared/contract/table'
import type { Procedure } from '../../src/shared/contract/procedure'
import { Refusal } from '../../src/shared/values/errors'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { AnyInput } from '../support/any-input'
import { temporaryFolder } from './support'

/** How many calls, and which: `npm run endurance` makes many more. */
const calls = Number(process.env.REDRESS_CALLS ?? 500)
const seed = Number(process.env.REDRESS_SEED ?? 11)

const procedures = Object.entries(contract as Record<string, Procedure>).filter(
  ([name, { room }]) => room === 'workspace' && name !== 'imports.run'
)
const writes = procedures.filter(([, { kind }]) => kind === 'write')
const makers = writes.filter(([name]) => /\.(create|attach|add)/.test(name))

it('whatever is asked or written, each call answers or is refused in a sentence, and what is stored stays sound', async () => {
  const folder = temporaryFolder()
  const [file, letter] = [join(folder, 'Any.redress'), join(folder, 'Letter.txt')]
  writeFileSync(letter, 'We wait. '.repeat(30))
  await buildSample(file)
  const workspace = await openWorkspace(file)
  const any = new AnyInput(workspace.store.db, letter, seed)
  const answered = new Set<string>()
  const wrong: string[] = []
  for (let n = 1; n <= calls; n++) {
    const [name, { input }] = any.pick(any.chance() < 0.3 ? makers : any.chance() < 0.6 ? writes : procedures)
    const given = any.of(name, input)
    try {
      await workspace.call(name as WorkspaceName, given as never)
      answered.add(name)
    } catch (error) {
      // "Something unexpected" is no answer, and a sound workspace is not called damaged
      const refused = error instanceof Refusal && !['internal', 'corrupt'].includes(error.code)
      if (!refused) wrong.push(`${n} ${name} ${JSON.stringify(given)}: ${(error as Error).stack}`)
    }
    if (n % 200 === 0) expect(await workspace.call('journal.verify', {}), `after ${n}`).toMatchObject({ ok: true, mended: false })
  }
  expect(wrong).toEqual([])
  // it did something, and much of what can be done
  expect(answered.size).toBeGreaterThan(procedures.length / 3)
  await workspace.close()
  const again = await openWorkspace(file)
  expect(await again.call('journal.verify', {})).toMatchObject({ ok: true, mended: false })
  await again.close()
})
