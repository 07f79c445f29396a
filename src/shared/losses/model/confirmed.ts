import type { LossStatus } from '../engine/incident-loss'

/** What a line says of its confirmation. */
export interface ConfirmationSaid {
  status: LossStatus
  confirmedBy: string | null
  confirmedOn: string | null
  proofId: string | null
}

/** Whether a line that is said to be confirmed lacks who confirmed it, when, or the record that it stands in. */
export function lacksProof({ status, confirmedBy, confirmedOn, proofId }: ConfirmationSaid, known: boolean): boolean {
  return status === 'confirmed' && !(confirmedBy && confirmedOn && proofId && known)
}

/** Takes a line and whether its proof is still here; gives whose word its amount is: what nothing confirms is our estimate. */
export function standingOf(line: ConfirmationSaid, known: boolean): LossStatus {
  return lacksProof(line, known) ? 'estimated' : line.status
}
