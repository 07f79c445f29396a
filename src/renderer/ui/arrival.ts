let pending = false

/** Says that a person has just gone to another place. */
export function arrive(): void {
  pending = true
}

/** Gives, once, whether a person has just come to this place: then its heading takes the focus. */
export function takeArrival(): boolean {
  const was = pending
  pending = false
  return was
}
