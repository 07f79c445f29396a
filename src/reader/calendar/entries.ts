import ICAL from 'ical.js'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'

/**
 * Takes the text of a calendar and its file's name, gives its entries; those of a calendar that calls off are called off. Error:
 * invalid, it cannot be read.
 */
export function entriesIn(text: string, file: string): ICAL.Component[] {
  let calendars: unknown[]
  try {
    const parsed = ICAL.parse(text) as unknown[]
    calendars = typeof parsed[0] === 'string' ? [parsed] : parsed
  } catch {
    throw new Refusal('invalid', m.imports_calendar_broken({ file }))
  }
  return calendars.flatMap((calendar) => {
    const component = new ICAL.Component(calendar as ConstructorParameters<typeof ICAL.Component>[0])
    const cancelled = String(component.getFirstPropertyValue('method') ?? '').toUpperCase() === 'CANCEL'
    return component.getAllSubcomponents('vevent').map((event) => {
      if (cancelled && !event.getFirstPropertyValue('status')) event.addPropertyWithValue('status', 'CANCELLED')
      return event
    })
  })
}
