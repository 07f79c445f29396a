import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { invalid, invalidField, Refusal } from '../shared/values/errors'
import { fieldsOfMapping, mappingFields, type ImportTarget, type Mapping, type MappingFields } from '../shared/contract/imports'
import { mappingAsTold } from '../shared/imports/as-told'
import { m } from '../shared/messages/messages.js'
import type { Workspace } from '../workspace/index'
import { inWorkspace, parsedJson, type Said } from './verbs'

/** What is said with an import; what is not said is as the files tell. */
interface Given {
  target?: ImportTarget
  /** The name of a saved or built-in mapping, a mapping as JSON, or a file that holds one. */
  mapping?: string
  part?: string
  own?: string[]
  dryRun: boolean
}

/**
 * Imports files of any kind that Redress reads. A workspace that is not there yet is made, and goes again when nothing came
 * of it. Not good news: no row could be taken. Errors: those of the import; invalid, the files do not tell what their rows
 * are.
 */
export async function importFiles(tables: string[], name: string, given: Given): Promise<Said> {
  const workspaceFile = resolve(name)
  const made = !existsSync(workspaceFile)
  let taken = false
  try {
    const answer = await inWorkspace(workspaceFile, { create: true }, async (workspace) => {
      const [file, ...others] = tables.map((table) => resolve(table)) as [string, ...string[]]
      const files = { file, others, part: given.part, own: given.own }
      const mapping = await mappingFor(workspace, files, given)
      return workspace.call('imports.run', { ...files, target: mapping.target, mapping, dryRun: given.dryRun })
    })
    taken = !given.dryRun
    return { answer, ok: answer.rows === 0 || answer.counts.error < answer.rows }
  } finally {
    if (made && !taken) for (const end of ['', '-wal', '-shm']) rmSync(workspaceFile + end, { force: true })
  }
}

interface Files {
  file: string
  others: string[]
  part?: string
  own?: string[]
}

async function mappingFor(workspace: Workspace, files: Files, { target, mapping }: Given): Promise<MappingFields> {
  const written = mapping === undefined ? null : mappingWritten(mapping)
  if (mapping !== undefined && !written) return mappingNamed(await workspace.call('mappings.list', {}), mapping, target)
  // a mapping says all; what it leaves out is as the file tells
  const complete = mappingFields.safeParse(written)
  if (complete.success) return complete.data
  const { settings } = await workspace.call('workspace.info', {})
  const seen = await workspace.call('imports.inspect', {
    ...files,
    target: target ?? (written?.target as ImportTarget | undefined)
  })
  if (seen.toldBy === 'nothing') {
    const headers = seen.headers.filter(Boolean).slice(0, 40).join(', ')
    throw new Refusal('invalid', m.menu_cli_not_told({ file: basename(files.file), headers }))
  }
  const told = mappingAsTold(seen, { zone: settings.timeZone, currency: settings.currency })
  const filled = mappingFields.safeParse({ ...told, ...written })
  if (!filled.success) throw invalid(filled.error)
  return filled.data
}

/** A mapping as JSON, or in a file; null where it is a name. */
function mappingWritten(mapping: string): Record<string, unknown> | null {
  const json = mapping.trimStart().startsWith('{')
    ? mapping
    : /\.json$/i.test(mapping) && existsSync(mapping)
      ? readFileSync(mapping, 'utf8')
      : null
  if (json === null) return null
  const given = parsedJson(json)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refusal('invalid', m.menu_cli_not_json({ words: 'mapping' }))
  return given as Record<string, unknown>
}

function mappingNamed(mappings: Mapping[], name: string, target: ImportTarget | undefined): MappingFields {
  const found = mappings.find((mapping) => mapping.name.toLowerCase() === name.toLowerCase())
  if (!found) {
    const names = mappings.map((mapping) => mapping.name).join(', ')
    throw new Refusal('not-found', m.menu_cli_no_mapping({ name, names }))
  }
  if (target && found.target !== target)
    throw invalidField('as', m.menu_cli_wrong_target({ name, target: found.target, asked: target }))
  return fieldsOfMapping(found)
}
