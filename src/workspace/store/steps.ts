/** No step is smaller: what a sync costs by itself would be all that is done. */
const least = 128 * 1024

/**
 * How much is written and synced at a time beside the work. A change that is saved meanwhile waits for the step under way, so
 * steps are made as large as the disk takes in a moment: one that took longer makes the next half as large, and on a disk that
 * is quick they grow again. `most` and the moment are smaller where nobody waits for the whole.
 */
export class Steps {
  /** The bytes of the next step. */
  bytes = least
  readonly most: number
  /** So many milliseconds may a step take. */
  private readonly moment: number

  constructor(gently = false) {
    this.most = gently ? 512 * 1024 : 2 * 1_048_576
    this.moment = gently ? 15 : 25
  }

  /** Takes how many milliseconds the last step took. */
  took(ms: number): void {
    if (ms > this.moment) this.bytes = Math.max(least, this.bytes / 2)
    else if (ms < this.moment / 2) this.bytes = Math.min(this.most, this.bytes * 2)
  }
}
