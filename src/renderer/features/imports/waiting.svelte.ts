import type { ChosenFile } from '../../../shared/contract/workspace'
import { go } from '../../router.svelte'

/** A file that is to be imported, and the customer whose page it came in on. */
export interface Waiting {
  file: ChosenFile
  customer: string | null
}

let files = $state.raw<readonly Waiting[]>([])

/** The files that wait for their turn; reading it in a component follows. */
export const waiting = (): readonly Waiting[] => files

/** Puts files in the line and goes where they are imported. */
export function bringIn(chosen: readonly ChosenFile[], customer: string | null = null): void {
  files = [...files, ...chosen.map((file) => ({ file, customer }))]
  go({ name: 'import' })
}

/** Takes the next file out of the line. */
export function nextWaiting(): Waiting | null {
  const [first, ...rest] = files
  files = rest
  return first ?? null
}
