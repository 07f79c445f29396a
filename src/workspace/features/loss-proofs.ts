import type { Kysely } from 'kysely'
import type { Proof } from '../../shared/contract/losses'
import type { Tables } from '../store/tables'
import type { Id } from '../../shared/values/flavours'

type Db = Pick<Kysely<Tables>, 'selectFrom'>
type Proving = { id: string } & Partial<Pick<Proof, 'entity'>> & {
    proofEntity?: Proof['entity'] | null
    proofId?: Id<'interaction' | 'voice' | 'evidence'> | null
  }

const titles = { interaction: 'subject', voice: 'words', evidence: 'title' } as const

/** Gives the records that confirm lines; one in the trash confirms nothing. */
export async function proofsOf(db: Db, lines: readonly Proving[]): Promise<Proof[]> {
  const proofs: Proof[] = []
  for (const entity of ['interaction', 'voice', 'evidence'] as const) {
    const proving = lines.filter((line) => line.proofEntity === entity && line.proofId)
    if (!proving.length) continue
    const ids = proving.map(({ proofId }) => proofId!)
    const query = db.selectFrom(entity).where('id', 'in', ids).where('trashedAt', 'is', null)
    const rows = (await query.select(['id', `${titles[entity]} as title`] as never).execute()) as { id: string; title: string }[]
    const known = new Map(rows.map(({ id, title }) => [id, title]))
    for (const { id: lineId, proofId } of proving) {
      const title = known.get(proofId!)
      if (title !== undefined) proofs.push({ lineId, entity, id: proofId!, title })
    }
  }
  return proofs
}
