import {
  contract,
  procedureNamed,
  type Changed,
  type Input,
  type Parsed,
  type Result,
  type WorkspaceName
} from '../shared/contract/table'
import type { Procedure } from '../shared/contract/procedure'
import { invalid, Refusal } from '../shared/values/errors'
import { wholeTexts } from '../shared/values/whole-text'
import { m } from '../shared/messages/messages.js'
import { setLocale } from '../shared/messages/runtime.js'
import { dayIn } from '../shared/values/zones'
import { handlerOf } from './features'
import type { Handlers, Context, Watch } from './handlers'
import { readSettings, sampleClock } from './settings'
import { wordsOf } from './imports/outside'
import { letGo, takeIn, type Taken } from './store/evidence'
import { openStore, type OpenOptions, type Store } from './store/open'
import { inParts, type Parts } from './store/parts'
import { Upkeep } from './upkeep'
import { inWords, isSearchDamage } from './store/troubles'
import { told } from './told'

/** An open workspace: the contract, answered. The same under Electron, plain Node and in tests. */
export interface Workspace {
  store: Store
  call<N extends WorkspaceName>(name: N, input: Input<N>, watch?: Partial<Watch>): Promise<Result<N>>
  /** Is told after every write; gives the function that stops it. */
  onChanged(listener: (changed: Changed) => void): () => void
  /** Is told when a change met a damaged search, which was built anew. */
  onSearchMended(listener: () => void): void
  /** Makes backups when it is told to start, and before what changes much at once in any case. */
  upkeep: Upkeep
  close(): Promise<void>
}

/** Opens or makes a workspace file. Errors: those of `openStore`. */
export async function openWorkspace(file: string, options: OpenOptions = {}): Promise<Workspace> {
  let advocate = ''
  const store = await openStore(file, { ...options, actor: options.actor ?? (() => advocate) })
  const listeners = new Set<(changed: Changed) => void>()
  let settings = await readSettings(store.read)
  const story = await sampleClock(store.read, store.now)
  const clock = story ?? store.now
  const upkeep = new Upkeep(store, story !== null)
  advocate = settings.advocate
  setLocale(settings.language, { reload: false })

  let searchMended = () => {}
  let turn: Promise<unknown> = Promise.resolve()
  /** Loads what answers, in the order of the calls, so that none overtakes another whose answerer is still being loaded. */
  const answererOf = (name: WorkspaceName): Promise<unknown> => {
    const mine = turn.then(() => handlerOf(name))
    turn = mine.catch(() => {})
    return mine
  }

  const call = async <N extends WorkspaceName>(name: N, input: Input<N>, watch: Partial<Watch> = {}): Promise<Result<N>> => {
    const procedure = procedureNamed(name)
    if (!procedure || procedure.room !== 'workspace') throw new Refusal('not-found', m.error_no_procedure())
    const given = parse(name, input)
    const answer = await answererOf(name)
    const now = clock()
    const context: Context = {
      store,
      read: store.read,
      now,
      settings,
      today: dayIn(now, settings.timeZone),
      signal: watch.signal ?? new AbortController().signal,
      onProgress: watch.onProgress ?? (() => {}),
      taken: null,
      words: ''
    }
    let taken: Taken | null = null
    let words = ''
    try {
      if (procedure.kind === 'read') {
        const found = (await (answer as Reader)(context, given)) as Result<N>
        return await told(store.read, name, found, settings.language)
      }
      if (!store.journal) throw new Refusal('read-only', m.error_read_only())
      store.stay?.mustBeHere()
      await upkeep.before(name, given)
      if (keepsFile.has(name)) taken = await takeIn(store, (given as Parsed<'evidence.attach' | 'inquiry.accept'>).file)
      if (name === 'evidence.attach') words = await wordsOf((given as Parsed<'evidence.attach'>).file, context.signal)
      const around = { before: () => store.stay?.mustBeHere(), after: () => store.stay?.written() }
      const { journal } = store
      const { result, changed } = procedure.parts
        ? await inParts(journal, (parts) => (answer as PartsWriter)(parts, given, context), around)
        : await mendingSearch(() => journal.change((change) => (answer as Writer)(change, given, { ...context, taken, words })))
      store.stay?.written()
      if (changed.rows.some((row) => row.entity === 'setting')) {
        settings = await readSettings(store.read)
        advocate = settings.advocate
        setLocale(settings.language, { reload: false })
      }
      // a draft is no record: nothing that is shown depends on it
      if (changed.rows.length > 0) for (const listener of listeners) listener(changed)
      return result as Result<N>
    } catch (error) {
      if ((error as Error | null)?.name === 'AbortError') throw new Refusal('cancelled', m.error_cancelled())
      throw inWords(error, file)
    } finally {
      // of what the change did not make its own, nothing stays
      if (taken) await letGo(store, taken.id).catch((error: unknown) => console.error('evidence', error))
    }
  }

  /** Runs a change; where what search finds proves damaged, that is built anew and the change made all the same. */
  async function mendingSearch<T>(change: () => Promise<T>): Promise<T> {
    try {
      return await change()
    } catch (error) {
      if (!isSearchDamage(error)) throw error
      await store.journal!.rebuildSearch()
      searchMended()
      return await change()
    }
  }

  return {
    store,
    call,
    upkeep,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onSearchMended(listener) {
      searchMended = listener
    },
    close: () => store.close()
  }
}

/** Changes that make the file they name a piece of evidence. */
const keepsFile = new Set<WorkspaceName>(['evidence.attach', 'inquiry.accept'])

type Reader = (context: Context, input: unknown) => Promise<unknown>
type PartsWriter = (parts: Parts, input: unknown, context: Context) => Promise<unknown>
type Writer = (change: Parameters<Handlers['journal.undo']>[0], input: unknown, context: Context) => Promise<unknown>

/**
 * Takes a procedure's name and raw input, gives the parsed input, every text in it whole (but for paths of files, which
 * are as the system wrote them). Error: invalid, naming each field.
 */
function parse<N extends WorkspaceName>(name: N, input: unknown): Parsed<N> {
  const { input: schema, files } = contract[name] as Procedure
  const given = schema.safeParse(input)
  if (!given.success) throw invalid(given.error)
  return wholeTexts(given.data, files) as Parsed<N>
}
