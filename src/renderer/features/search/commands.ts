import type { Command } from '../../../shared/contract/commands'
import { m } from '../../../shared/messages/messages.js'

/** What each command is called in quick find and in the list of shortcuts, in their order there. */
export const commandWords: Record<Command, () => string> = {
  'new-interaction': m.menu_new_interaction,
  'new-promise': m.menu_new_promise,
  'new-voice': m.menu_new_voice,
  'new-order': m.menu_new_order,
  'new-incident': m.menu_new_incident,
  'new-case': m.menu_new_case,
  'new-customer': m.menu_new_customer,
  'export-brief': m.menu_export_brief,
  'call-sheet': m.call_sheet_ui_title,
  'go-desk': m.nav_desk,
  'go-customers': m.nav_customers,
  'go-incidents': m.nav_incidents,
  'go-cases': m.nav_cases,
  'go-wishes': m.nav_wishes,
  'go-search': m.nav_search,
  'go-import': m.nav_import,
  'go-settings': m.nav_settings,
  find: m.search_quick,
  undo: m.common_undo,
  redo: m.common_redo,
  back: m.menu_back,
  forward: m.menu_forward,
  'toggle-drawer': m.menu_drawer,
  trash: m.menu_trash,
  'back-up': m.menu_back_up,
  verify: m.menu_verify,
  'keyboard-map': m.menu_keyboard_map
}

/** The same one by one. */
export const namedCommands = Object.entries(commandWords) as [Command, () => string][]
