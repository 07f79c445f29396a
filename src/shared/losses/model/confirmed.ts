import type { LossLineInput, LossStatus } from '../engine/incident-loss'
import type { Day, Id } from '../../values/flavours'

/** What a line says of its confirmation. */
export interface ConfirmationSaid {
  status: LossStatus
  confirmedBy: string | null
  confirmedOn: Day | null
  proofId: Id<'interaction' | 'voice' | 'evidence'> | null
}

/** Whether a line that is said to be confirmed lacks who confirmed it, when, or the record that it stands in. */
export function lacksProof({ status, confirmedBy, confirmedOn, proofId }: ConfirmationSaid, known: boolean): boolean {
  return status === 'confirmed' && !(confirmedBy && confirmedOn && proofId && known)
}

/** Takes a line and whether its proof is still here; gives whose word its amount is: what nothing confirms is our estimate. */
export function standingOf(line: ConfirmationSaid, known: boolean): LossStatus {
  return lacksProof(line, known) ? 'estimated' : line.status
}

/** Takes lines and what confirms them, gives each with the status that it has in the sum. */
export function asConfirmed<L extends LossLineInput>(lines: readonly L[], proofs: readonly { lineId: Id<'lossLine'> }[]): L[] {
  const proven = new Set(proofs.map(({ lineId }) => lineId))
  return lines.map((line) => ({ ...line, status: standingOf(line as unknown as ConfirmationSaid, proven.has(line.id)) }))
}
