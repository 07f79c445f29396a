import { sql } from 'kysely'
import { importFields } from '../../shared/imports/fields'
import type { ImportResult, ImportTarget, Mapping } from '../../shared/contract/imports'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { inspectFile } from '../imports/inspect'
import { builtInMappings } from '../imports/presets'
import { brought } from '../imports/brought'
import { saveLeftOut } from '../imports/left-out'
import { daysOf } from '../imports/outside'
import { runImport } from '../imports/run'
import { mustFind, parsed, recordHandlers } from '../records'
import { packId } from '../store/packed'

/** Gives the workspace's own mappings by name, then those that come with Redress. */
async function allMappings({ read }: Context): Promise<Mapping[]> {
  const rows = await read.selectFrom('mapping').selectAll().where('trashedAt', 'is', null).orderBy('name').execute()
  return [...rows.map((row) => parsed<Mapping>('mapping', row)), ...builtInMappings]
}

/** Our own addresses: those that are said with the file, else those of the settings; null where nobody has said any. */
const ownOf = ({ settings }: Context, { own }: { own?: string[] | null }): string[] | null =>
  own ?? (settings.own.length > 0 ? settings.own : null)

export const importHandlers: HandlersOf<'imports' | 'mappings'> = {
  ...recordHandlers('mappings', 'mapping', async (_, fields, id) => {
    if (builtInMappings.some((mapping) => mapping.id === id)) throw new Refusal('invalid', m.imports_built_in())
    return fields
  }),
  'mappings.list': allMappings,
  'mappings.get': async ({ read }, { id }) =>
    builtInMappings.find((mapping) => mapping.id === id) ?? mustFind<Mapping>(read, 'mapping', id),
  'imports.fields': async (_, { target }) => importFields(target),
  'imports.inspect': async (context, given) =>
    inspectFile({ ...given, own: ownOf(context, given) }, await allMappings(context), context),
  'imports.run': (parts, { target, mapping, ...given }, context) =>
    runImport(parts, { ...given, own: ownOf(context, given), mapping: { ...mapping, target } }, context),
  'imports.leftOut': async (context, { to, mapping, target, ...given }) => ({
    rows: await saveLeftOut(context, { ...given, own: ownOf(context, given), mapping: { ...mapping, target } }, to)
  }),
  'imports.days': async ({ today, signal }, { file }) => daysOf(file, Number(today.slice(0, 4)), signal),
  'imports.brought': brought,
  'imports.list': async ({ read }, { customerId }) => {
    const rows = await read
      .selectFrom('import')
      .selectAll()
      .where('trashedAt', 'is', null)
      .$if(customerId !== undefined, (query) =>
        query.where('id', 'in', (inner) =>
          inner
            .selectFrom('importedRow')
            .select(sql<string>`unpacked_id(importId)`.as('importId'))
            .where('customerId', '=', packId(customerId!))
        )
      )
      .orderBy('createdAt', 'desc')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      fileName: row.fileName,
      target: row.target as ImportTarget,
      at: row.createdAt,
      counts: JSON.parse(row.counts) as ImportResult['counts']
    }))
  }
}
