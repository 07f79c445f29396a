import { shell } from 'electron'
import { m } from '../shared/messages/messages.js'
import type { Dialogs } from './dialogs'

/** The one place that hands an address to the system's browser, after a person has seen where it leads. */
export interface Links {
  open(address: string): Promise<boolean>
  /** Opens a mail, begun for somebody, in the system's mail program, after the person agreed. */
  mail(address: string, whom: string): Promise<boolean>
}

export function linksOf(dialogs: Dialogs): Links {
  let asking = false
  /** One question at a time: a page that asks again and again gets no answer. */
  async function agreed(address: string, message: string, detail: string): Promise<boolean> {
    if (asking) return false
    asking = true
    try {
      const words = { type: 'question' as const, message, detail }
      if ((await dialogs.say({ ...words, buttons: [m.menu_link_open(), m.common_cancel()] })) !== 0) return false
      await shell.openExternal(address)
      return true
    } finally {
      asking = false
    }
  }
  return {
    async open(address) {
      const url = webAddress(address)
      return url ? agreed(url.href, m.menu_link({ host: url.host }), url.href.slice(0, 500)) : false
    },
    mail: (address, whom) => agreed(address, m.menu_mail({ whom }), m.menu_mail_text())
  }
}

/** Takes any text, gives it as an https address without a name or password in it, or null. */
export function webAddress(text: string): URL | null {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' && url.hostname !== '' && !url.username && !url.password ? url : null
  } catch {
    return null
  }
}
