import type { ChosenFile } from '../../../shared/contract/workspace'
import { ofWorkspace } from '../../records/ofWorkspace'
import { go } from '../../router.svelte'

/** Files that came together, and the customer whose page they came in on. */
export interface Waiting {
  files: readonly ChosenFile[]
  customer: string | null
}

let groups = $state.raw<readonly Waiting[]>([])

ofWorkspace(() => (groups = []))

/** The files that wait for their turn, by how they came; reading it in a component follows. */
export const waiting = (): readonly Waiting[] => groups

/** Puts files that came together in the line and goes where they are imported. */
export function bringIn(files: readonly ChosenFile[], customer: string | null = null): void {
  if (files.length > 0) groups = [...groups, { files, customer }]
  go({ name: 'import' })
}

/** Takes the next ones out of the line. */
export function nextWaiting(): Waiting | null {
  const [first, ...rest] = groups
  groups = rest
  return first ?? null
}
