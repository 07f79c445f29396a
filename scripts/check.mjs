// npm run check: types, lint with the doors, dead code, messages. The same here and in CI; names of parts may be given.
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { builtMessages } from './setup/built.mjs'
import { runMain, say, SetupError } from './setup/say.mjs'
import { setUpNode } from './setup.mjs'

/**
 * Runs the parts, as many at once as there are processors, and says each one's result and time.
 * Takes names of parts (none: all). Gives [{ name, ok }].
 */
export async function check(names = []) {
  await builtMessages()
  const { parts } = await import('./check/parts.mjs')
  const unknown = names.filter((name) => !(name in parts))
  if (unknown.length > 0) throw new SetupError(`There is no check "${unknown[0]}"; there are: ${Object.keys(parts).join(', ')}`)
  const waiting = Object.entries(parts).filter(([name]) => names.length === 0 || names.includes(name))
  const results = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await checkPart(...next))
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker))
  return results
}

async function checkPart(name, part) {
  const since = Date.now()
  const { ok, output } = await part()
  if (!ok) process.stderr.write(`${output.trimEnd()}\n`)
  say(`check ${name}: ${ok ? 'passed' : 'FAILED'}, ${((Date.now() - since) / 1000).toFixed(1)} s`)
  return { name, ok }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    await setUpNode()
    const results = await check(process.argv.slice(2))
    return results.every(({ ok }) => ok) ? 0 : 1
  })
}
