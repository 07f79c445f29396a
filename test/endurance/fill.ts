import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workspace } from '../../src/workspace/index'

/** Imports so many orders or interactions of 400 customers, 20,000 a file. */
export async function fill(workspace: Workspace, folder: string, target: 'orders' | 'interactions', count: number): Promise<void> {
  const perFile = 20_000
  const titled = target === 'orders' ? 'title' : 'subject'
  const fields = ['externalId', 'customer', titled, ...(target === 'orders' ? [] : ['notes', 'at'])]
  for (let from = 0; from < count; from += perFile) {
    const rows = Array.from({ length: Math.min(perFile, count - from) }, (_, n) => {
      const id = from + n
      const more =
        target === 'orders'
          ? ''
          : `,They asked about delivery ${id} and what it costs them each day,2026-0${1 + (id % 9)}-1${id % 9}T08:00:00Z`
      return `${target} ${id},Customer ${id % 400},Record number ${id}${more}`
    })
    const path = join(folder, 'rows.csv')
    writeFileSync(path, [fields.join(), ...rows].join('\n'))
    const columns = fields.map((field, column) => ({ field, column, ...(field === 'at' ? { dates: 'iso' as const } : {}) }))
    const mapping = { name: target, target, source: target, columns, zone: 'UTC' }
    await workspace.call('imports.run', { file: path, target, mapping, dryRun: false })
  }
}
