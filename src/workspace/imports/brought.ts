import { sql } from 'kysely'
import type { Brought, ImportTarget } from '../../shared/contract/imports'
import type { Context } from '../handlers'
import { mustFind } from '../records'
import { packId } from '../store/packed'

const most = 200

/** Takes the id of an import, gives what came in with it or was changed by it. Error: not-found. */
export async function brought({ read }: Context, { id }: { id: string }): Promise<Brought> {
  const { fileName, target } = await mustFind<{ fileName: string; target: string }>(read, 'import', id)
  const { rows } = await sql<{ id: string; name: string; records: number; customers: number }>`
    SELECT c.id, c.name, count(*) AS records, count(*) OVER () AS customers FROM importedRow r JOIN customer c ON c.id = unpacked_id(r.customerId)
    WHERE r.importId = ${packId(id)} AND c.trashedAt IS NULL GROUP BY c.id ORDER BY records DESC, c.name LIMIT ${most}`.execute(
    read
  )
  return {
    target: target as ImportTarget,
    fileName,
    customers: rows.map(({ id, name, records }) => ({ id, name, records })),
    customerCount: rows[0]?.customers ?? 0
  }
}
