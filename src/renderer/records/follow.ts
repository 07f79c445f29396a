/**
 * Keeps a form up with its record. Takes the form's draft and the record as it was and is; only fields that changed in
 * the record are taken over, so that what is being typed elsewhere stays.
 */
export function follow<T extends object>(draft: T, was: T, is: T): void {
  for (const key of Object.keys(is) as (keyof T)[]) if (is[key] !== was[key]) draft[key] = is[key]
}
