import type { Command } from '../shared/contract/commands'
import { m } from '../shared/messages/messages.js'

/** What the menu calls each command, in the language of the workspace. */
export const commandWords: Record<Exclude<Command, 'undo' | 'redo'>, () => string> = {
  'go-desk': m.nav_desk,
  'go-customers': m.nav_customers,
  'go-incidents': m.nav_incidents,
  'go-cases': m.nav_cases,
  'go-wishes': m.nav_wishes,
  'go-search': m.nav_search,
  'go-import': m.menu_import,
  'go-settings': m.menu_settings,
  'new-customer': m.menu_new_customer,
  'new-interaction': m.menu_new_interaction,
  'new-promise': m.menu_new_promise,
  'new-order': m.menu_new_order,
  'new-incident': m.menu_new_incident,
  'new-case': m.menu_new_case,
  'new-voice': m.menu_new_voice,
  'export-brief': m.menu_export_brief,
  'call-sheet': m.call_sheet_ui_title,
  find: m.menu_find,
  back: m.menu_back,
  forward: m.menu_forward,
  'keyboard-map': m.menu_keyboard_map,
  trash: m.menu_trash,
  'back-up': m.menu_back_up,
  verify: m.menu_verify,
  'toggle-drawer': m.menu_drawer
}
