import { openDialog } from './openDialog'

const writing = 'textarea, select, [contenteditable], input:not([type="button"], [type="checkbox"], [type="radio"])'

/**
 * Gives a field the focus as it comes onto the screen, unless a person is busy elsewhere: a dialog is open that it is no part of
 * (the next key would go to the dialog's own buttons), or something is being written beside it. A form may come by itself, as
 * notes that were kept do, or a page whose answer was late; what a person opens calls this too.
 */
export function takeFocus(field: HTMLElement | undefined, options?: FocusOptions): void {
  if (!field || anotherIsOpen(field)) return
  const active = document.activeElement
  const place = field.closest('[role="dialog"]')
  if (
    active !== field &&
    active?.matches(writing) &&
    active.closest('[role="dialog"]') === place &&
    'value' in active &&
    active.value
  )
    return
  field.focus(options)
}

const anotherIsOpen = (field: HTMLElement): boolean => {
  const open = openDialog()
  return open !== null && !open.contains(field)
}
