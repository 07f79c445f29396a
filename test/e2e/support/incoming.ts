import { expect, type Page } from '@playwright/test'

/** A file that comes in: its text, or its bytes. */
interface Given {
  name: string
  content: string | Uint8Array
}

/** Drops files on the page as a file manager, or a mail program that has no file to show, does: the pointer moves until it is heard. */
export async function drop(page: Page, files: Given[]): Promise<void> {
  const base64 = files.map(({ name, content }) => ({ name, content: Buffer.from(content).toString('base64') }))
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer()
    for (const { name, content } of files)
      data.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], name))
    return data
  }, base64)
  const taken = (type: string): Promise<boolean> =>
    page.evaluate(
      ({ data, type }) => {
        const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
        document.querySelector('main')?.dispatchEvent(event)
        return event.defaultPrevented
      },
      { data, type }
    )
  await taken('dragenter')
  await expect.poll(() => taken('dragover'), 'the window takes files').toBe(true)
  expect(await taken('drop'), 'they are taken').toBe(true)
}

/** Pastes a text, as from the clipboard. */
export const paste = (page: Page, text: string): Promise<boolean> =>
  page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
    return event.defaultPrevented
  }, text)
