import { m } from '../../shared/messages/messages.js'

/** What one can do with a record of each kind that has a drawer: the action and the thing. */
export const recordActions = {
  contact: { edit: m.journal_edit_contact, delete: m.journal_delete_contact },
  gesture: { edit: m.journal_edit_gesture, delete: m.journal_delete_gesture },
  interaction: { edit: m.journal_edit_interaction, delete: m.journal_delete_interaction },
  order: { edit: m.journal_edit_order, delete: m.journal_delete_order },
  promise: { edit: m.journal_edit_promise, delete: m.journal_delete_promise },
  voice: { edit: m.journal_edit_voice, delete: m.journal_delete_voice }
}
