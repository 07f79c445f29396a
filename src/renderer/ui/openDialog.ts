/** Gives the dialog that lies on top of all; null where none is open. One that is closing is open no more. */
export function openDialog(): Element | null {
  return [...document.querySelectorAll('[role="dialog"]:not([data-state="closed"]), dialog[open]')].at(-1) ?? null
}
