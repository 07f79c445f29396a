import { shell } from 'electron'
import { m } from '../shared/messages/messages.js'
import type { Dialogs } from './dialogs'

/** The one place that hands an address to the system's browser, after a person has seen where it leads. */
export interface Links {
  open(address: string): Promise<boolean>
}

export function linksOf(dialogs: Dialogs): Links {
  let asking = false
  return {
    async open(address) {
      const url = webAddress(address)
      // one question at a time: a page that asks again and again gets no answer
      if (!url || asking) return false
      asking = true
      try {
        const words = { type: 'question' as const, message: m.menu_link({ host: url.host }), detail: url.href.slice(0, 500) }
        const pressed = await dialogs.say({ ...words, buttons: [m.menu_link_open(), m.common_cancel()] })
        if (pressed !== 0) return false
        await shell.openExternal(url.href)
        return true
      } finally {
        asking = false
      }
    }
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
