import { untrack } from 'svelte'
import { follow } from './follow'

/** What a form holds of a record, kept up with it. */
export interface Followed<D> {
  draft: D
}

/**
 * Holds a record as its form does and keeps up with changes made elsewhere, field by field, so that what is being typed
 * stays. Takes the record (undefined until it is known) and what the form holds of it. To be called while a component is
 * set up.
 */
export function followed<Row, D extends object>(row: () => Row, draftOf: (row: Row) => D): Followed<D>
export function followed<Row, D extends object>(row: () => Row | undefined, draftOf: (row: Row) => D): Followed<D | undefined>
export function followed<Row, D extends object>(row: () => Row | undefined, draftOf: (row: Row) => D): Followed<D | undefined> {
  let known = untrack(row)
  let draft = $state(known && untrack(() => draftOf(known!)))

  $effect.pre(() => {
    const is = row()
    if (!is || is === known) return
    untrack(() => {
      if (draft && known) follow(draft, draftOf(known), draftOf(is))
      else draft = draftOf(is)
      known = is
    })
  })

  return {
    get draft() {
      return draft
    },
    set draft(next) {
      draft = next
    }
  }
}
