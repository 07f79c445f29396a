/** What says that work is to end. The pure rules know neither a page nor Node, which both have it whole. */
interface AbortSignal {
  readonly aborted: boolean
}
