import { join } from 'node:path'
import { app, Menu, nativeImage, Tray } from 'electron'
import { m } from '../shared/messages/messages.js'
import { log } from './log'
import type { Reminders } from './reminders'

/** What the tray needs: where its pictures are, how the window comes back, and the reminders that can be put off. */
interface Needs {
  resources: string
  show(): void
  reminders(): Reminders | null
}

/** Redress in the system's tray, from where its window comes back; only where the person has asked for it. */
export interface InTray {
  /** Whether a closed window stays there instead of being gone. */
  stays(): boolean
  follow(on: boolean): void
  /** How much is over its time, told when the pointer rests on it. */
  counted(over: number): void
}

/** Gives the tray. It is there from when `follow(true)` is called. */
export function trayOf({ resources, show, reminders }: Needs): InTray {
  let tray: Tray | null = null
  let over = 0
  let quitting = false
  app.on('before-quit', () => (quitting = true))

  function make(): Tray | null {
    const name = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
    const image = nativeImage.createFromPath(join(resources, 'tray', name))
    try {
      const made = new Tray(image)
      made.on('click', show)
      return made
    } catch (error) {
      // a desktop without one: a closed window then ends Redress, as ever
      log('tray', error)
      return null
    }
  }
  function told(): void {
    if (!tray) return
    tray.setToolTip(over > 0 ? `${m.app_name()}: ${m.desk_tray_over({ count: over })}` : m.app_name())
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: m.desk_tray_open(), click: show },
        { type: 'separator' },
        { label: m.desk_snooze_hour(), click: () => reminders()?.snooze('hour') },
        { label: m.desk_snooze_tomorrow(), click: () => reminders()?.snooze('tomorrow') },
        { type: 'separator' },
        { label: m.menu_quit(), click: () => app.quit() }
      ])
    )
  }
  return {
    stays: () => tray !== null && !quitting,
    follow(on) {
      if (on && !tray) tray = make()
      else if (!on && tray) {
        tray.destroy()
        tray = null
      }
      told()
    },
    counted(count) {
      over = count
      told()
    }
  }
}
