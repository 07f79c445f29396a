import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** What this computer remembers between starts; nothing of it belongs to a workspace. */
const keptFields = z.object({
  /** Where the window stood. */
  window: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), maximized: z.boolean() })
    .nullable()
    .catch(null),
  /** The workspace that was open last; null is the sample. */
  last: z.string().nullable().catch(null),
  recent: z.array(z.string()).catch([]),
  /** The folder used last, by purpose. */
  folders: z.record(z.string(), z.string()).catch({})
})
export type KeptFields = z.infer<typeof keptFields>

export interface Kept {
  get(): KeptFields
  set(some: Partial<KeptFields>): void
}

/** Reads what was kept in this folder; damaged or absent parts start afresh. Every change is written at once. */
export function keptIn(folder: string): Kept {
  const file = join(folder, 'redress.json')
  let fields = keptFields.parse(readJson(file))
  return {
    get: () => fields,
    set(some) {
      fields = { ...fields, ...some }
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.part`, JSON.stringify(fields, null, 1))
      renameSync(`${file}.part`, file)
    }
  }
}

function readJson(file: string): object {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : {}
  } catch {
    return {}
  }
}
