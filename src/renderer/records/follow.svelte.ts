import { untrack } from 'svelte'
import { handOf, type Hand } from './follow'
import type { Saving } from './saving.svelte'

/** What a form holds of a record, kept up with it. */
export interface Followed<D> {
  draft: D
}

/**
 * Holds a record as its form does and keeps up with changes made elsewhere, field by field, so that what is in a person's
 * hand is never changed from outside: the one way in which a form that saves by itself holds its fields. Takes the record
 * (undefined until it is known), what the form holds of it under the names it is saved by, what saves it, and the fields
 * with named parts of their own. To be called while a component is set up.
 */
export function followed<Row, D extends object>(
  row: () => Exclude<Row, undefined>,
  draftOf: (row: Row) => D,
  form: Saving,
  parts?: readonly (keyof D & string)[]
): Followed<D>
export function followed<Row, D extends object>(
  row: () => Row | undefined,
  draftOf: (row: Row) => D,
  form: Saving,
  parts?: readonly (keyof D & string)[]
): Followed<D | undefined>
export function followed<Row, D extends object>(
  row: () => Row | undefined,
  draftOf: (row: Row) => D,
  form: Saving,
  parts: readonly (keyof D & string)[] = []
): Followed<D | undefined> {
  let known = untrack(row)
  let draft = $state(known === undefined ? undefined : untrack(() => draftOf(known!)))
  let hand: Hand<D> | undefined = draft && handOf<D>(draft as D, parts)

  form.onsend((patch, done) => {
    if (draft) hand?.sent(draft as D, Object.keys(patch), done)
  })
  $effect.pre(() => {
    const is = row()
    if (is === undefined || is === known) return
    untrack(() => {
      const now = draftOf(is)
      if (draft && hand) hand.follow(draft as D, now)
      else {
        draft = now
        hand = handOf(now, parts)
      }
      known = is
    })
  })

  return {
    get draft() {
      return draft as D | undefined
    },
    set draft(next) {
      draft = next
      hand = next && handOf(next, parts)
    }
  }
}
