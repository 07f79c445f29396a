import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { procedureNamed, type WorkspaceName } from '../shared/contract/table'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { openWorkspace, type Workspace } from '../workspace/index'
import type { OpenOptions } from '../workspace/store/open'
import { withIds } from './references'

/** What a verb says: its answer, and whether it is good news. */
export interface Said {
  answer: unknown
  ok: boolean
}

/** Opens a workspace for a piece of work, and closes it afterwards. Errors: those of opening it and of the work. */
export async function inWorkspace<T>(file: string, options: OpenOptions, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const workspace = await openWorkspace(resolve(file), options)
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

/** Makes the sample workspace. Error: conflict, a file is there. */
export async function sample(name: string): Promise<Said> {
  const file = resolve(name)
  if (existsSync(file)) throw new Refusal('conflict', m.error_exists({ file: basename(file) }))
  const { buildSample } = await import('../workspace/sample')
  await buildSample(file)
  return { answer: { file, bytes: statSync(file).size }, ok: true }
}

/** Makes an empty workspace. Error: conflict, a file is there. */
export async function emptyWorkspace(name: string): Promise<Said> {
  const file = resolve(name)
  if (existsSync(file)) throw new Refusal('conflict', m.error_exists({ file: basename(file) }))
  await inWorkspace(file, { create: true }, async () => null)
  return { answer: { file, bytes: statSync(file).size }, ok: true }
}

/** Answers any procedure of the contract that needs no window. Errors: those of the procedure; invalid, the input is not JSON. */
export async function call(name: string, json: string, file: string): Promise<Said> {
  const procedure = procedureNamed(name)
  if (!procedure) throw new Refusal('not-found', m.error_no_procedure())
  if (procedure.room === 'main') throw new Refusal('invalid', m.menu_cli_shell_only({ name }))
  const given = parsedJson(json)
  for (const field of procedure.files) {
    if (!isRecord(given)) continue
    const named = given[field]
    if (typeof named === 'string') given[field] = resolve(named)
    else if (Array.isArray(named)) given[field] = named.map((each) => resolve(String(each)))
  }
  // a question may be asked while Redress has the file open; a change may not
  const answer = await inWorkspace(file, { readOnlyIfLocked: procedure.kind === 'read' }, async (workspace) =>
    workspace.call(name as WorkspaceName, (await withIds(workspace, given)) as never)
  )
  return { answer, ok: true }
}

/** Checks the journal against the records. Not good news: anything that does not agree. */
export async function verify(file: string): Promise<Said> {
  const answer = await inWorkspace(file, { readOnlyIfLocked: true }, (workspace) => workspace.call('journal.verify', {}))
  return { answer, ok: answer.ok }
}

/** Holds a brief's PDF against the workspace. Not good news: a figure in it is another one now, or was changed in the file. */
export async function verifyBrief(pdf: string, file: string): Promise<Said> {
  const answer = await inWorkspace(file, { readOnlyIfLocked: true }, (workspace) =>
    workspace.call('brief.check', { file: resolve(pdf) })
  )
  return { answer, ok: !answer.altered.length && !answer.changes.length }
}

/** Copies the workspace, verified before it stands under its name. Error: conflict, a file is there. */
export async function backup(file: string, out: string): Promise<Said> {
  const target = resolve(out)
  if (existsSync(target)) throw new Refusal('conflict', m.error_exists({ file: basename(target) }))
  const { bytes } = await inWorkspace(file, { readOnlyIfLocked: true }, (workspace) =>
    workspace.call('workspace.backup', { file: target })
  )
  return { answer: { file: target, bytes }, ok: true }
}

/** Takes JSON, gives what it says. Error: invalid, with where it goes wrong. */
export function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Refusal('invalid', m.menu_cli_not_json({ words: (error as Error).message }))
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
