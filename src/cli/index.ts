import { parseArgs } from 'node:util'
import { namedTrouble } from '../files/troubles'
import { errorNote, Refusal } from '../shared/values/errors'
import { importTargets } from '../shared/contract/imports'
import { m } from '../shared/messages/messages.js'
import { setLocale } from '../shared/messages/runtime.js'
import { firstSpoken } from '../shared/values/spoken'
import { importFiles } from './import'
import { backup, call, emptyWorkspace, sample, verify, verifyBrief, type Said } from './verbs'

// Redress without a window. JSON on stdout, words on stderr; exit 0 done, 1 refused or failed, 2 wrong usage.
const string = { type: 'string' as const }
const options = {
  workspace: string,
  as: string,
  mapping: string,
  part: string,
  own: string,
  out: string,
  'dry-run': { type: 'boolean' as const },
  help: { type: 'boolean' as const }
}
type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

/** Takes a verb with its words and options, gives the work to do, or null when they do not fit together. */
function workOf(verb: string | undefined, words: string[], given: Values): (() => Promise<Said>) | null {
  const { workspace, mapping, part, own, out } = given
  const [first, second = '{}'] = words
  const target = importTargets.find((known) => known === given.as)
  switch (verb) {
    case 'sample':
      return first && words.length === 1 ? () => sample(first) : null
    case 'new':
      return first && words.length === 1 ? () => emptyWorkspace(first) : null
    case 'call':
      return first && workspace && words.length <= 2 ? () => call(first, second, workspace) : null
    case 'import':
      return first && workspace && (target || given.as === undefined)
        ? () => importFiles(words, workspace, { target, mapping, part, own: own?.split(','), dryRun: given['dry-run'] ?? false })
        : null
    case 'verify':
      return workspace && words.length === 0 ? () => verify(workspace) : null
    case 'verify-brief':
      return first && workspace && words.length === 1 ? () => verifyBrief(first, workspace) : null
    case 'backup':
      return workspace && out && words.length === 0 ? () => backup(workspace, out) : null
    default:
      return null
  }
}

function understood(args: string[]): { help: boolean; work: (() => Promise<Said>) | null } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, ...words] = positionals
    return { help: values.help ?? false, work: workOf(verb, words, values) }
  } catch {
    return { help: false, work: null }
  }
}

const say = (words: string) => process.stderr.write(`${words}\n`)
const answer = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined)}\n`)

async function run(args: string[]): Promise<number> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  setLocale(firstSpoken([LC_ALL || LC_MESSAGES || LANG || '']), { reload: false })
  const { help, work } = understood(args)
  if (help || !work) {
    say(m.menu_cli_usage())
    return help ? 0 : 2
  }
  try {
    const said = await work()
    answer(said.answer)
    return said.ok ? 0 : 1
  } catch (error) {
    const told = namedTrouble(error)
    const note = errorNote(told)
    say(told instanceof Refusal ? note.message : String((error as Error | null)?.stack ?? error))
    for (const [field, words] of Object.entries(note.fields ?? {})) say(`  ${field}: ${words}`)
    answer({ error: note })
    return 1
  }
}

// what is made here, backups too, is for its owner alone
process.umask(0o077)
process.exitCode = await run(process.argv.slice(2))
