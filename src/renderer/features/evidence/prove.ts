import type { EvidenceTarget } from '../../../shared/records/incidents'
import { call } from '../../api'
import { given } from '../../frame/incoming'
import { attempt } from '../../records/act'
import type { Id } from '../../../shared/values/flavours'

/** What evidence is for: whose it is, and what it is tied to. */
export interface Proves {
  customerId: Id<'customer'>
  entity: EvidenceTarget
  id: string
}

async function tieTo(evidenceId: Id<'evidence'>, { entity, id }: Proves): Promise<void> {
  await call('evidence.tie', { evidenceId, entity, id, tied: true })
}

/** Takes files that were dropped or pasted, keeps each as evidence. */
export async function proveWith(files: readonly File[], of: Proves): Promise<void> {
  await attempt(async () => {
    for (const { token } of await given(files)) {
      const { id } = await call('evidence.attach', { customerId: of.customerId, file: token })
      await tieTo(id, of)
    }
  })
}

/** Takes an address that was dropped, keeps it as evidence; it is not opened. */
export async function proveWithLink(link: string, of: Proves): Promise<void> {
  await attempt(async () => {
    const title = link.replace(/^https?:\/\//i, '').slice(0, 300)
    const { id } = await call('evidence.create', { customerId: of.customerId, title, link })
    await tieTo(id, of)
  })
}

/** Asks for a file, keeps it as evidence. */
export async function proveWithChosen(of: Proves): Promise<void> {
  await attempt(async () => {
    const { token } = await call('shell.chooseFile', { purpose: 'evidence' })
    if (!token) return
    const { id } = await call('evidence.attach', { customerId: of.customerId, file: token })
    await tieTo(id, of)
  })
}

/** Takes what was dropped, gives the web address in it; null when it brings none. */
export function linkIn(data: DataTransfer | null): string | null {
  const first = data
    ?.getData('text/uri-list')
    .split(/\r?\n/)
    .find((line) => /^https?:\/\//i.test(line))
  return first?.slice(0, 2_000) ?? null
}

/** Takes what was pasted, gives the pictures in it. */
export const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
