import type { Page } from '@playwright/test'

/** Drops files on the page as a file manager, or a mail program that has no file to show, does. */
export const drop = (page: Page, files: { name: string; text: string }[]): Promise<boolean> =>
  page.evaluate((files) => {
    const data = new DataTransfer()
    for (const { name, text } of files) data.items.add(new File([text], name))
    const target = document.querySelector('main')!
    const given = (type: string) => {
      const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
      target.dispatchEvent(event)
      return event.defaultPrevented
    }
    return [given('dragenter'), given('dragover'), given('drop')].every(Boolean)
  }, files)

/** Pastes a text, as from the clipboard. */
export const paste = (page: Page, text: string): Promise<boolean> =>
  page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
    return event.defaultPrevented
  }, text)
