import { untrack } from 'svelte'

/** The text of a field that stands for a value. */
export interface Written<V> {
  text: string
  /** It was typed in: until it is left in good order, no change from outside is written into it. `stands` is the value it now stands for, if any. */
  typed(...stands: [V] | []): void
  /** It was taken or left as this value: it is written anew and follows again. */
  taken(value: V): void
  /** It was left without having been changed in the end: it follows again. */
  left(): void
}

/**
 * Takes a field's value and how it is written; gives the field's text, which is written anew when the value, or the way of
 * writing it, changes from outside, but never while the field is in hand. To be called while a component is set up.
 */
export function written<V>(value: () => V, write: (value: V) => string): Written<V> {
  let stands = untrack(value)
  let asWritten = untrack(() => write(stands))
  let text = $state(asWritten)
  let inHand = $state(false)

  $effect.pre(() => {
    const is = value()
    const now = write(is)
    if (inHand || (is === stands && now === asWritten)) return
    stands = is
    text = asWritten = now
  })

  return {
    get text() {
      return text
    },
    set text(next) {
      text = next
    },
    typed(...now) {
      inHand = true
      if (now.length === 0) return
      stands = now[0]
      asWritten = write(stands)
    },
    taken(now) {
      stands = now
      text = asWritten = write(now)
      inHand = false
    },
    left() {
      inHand = false
    }
  }
}
