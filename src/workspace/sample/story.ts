import type { Workspace } from '../index'

/** Writes the sample's customers and their year and a half. */
export async function tellStory(workspace: Workspace): Promise<void> {
  await workspace.call('workspace.configure', { advocate: 'Maria Ilves', organisation: 'Nordhaven Supply', currency: 'EUR', timeZone: 'Europe/Tallinn', language: 'en' })
  await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR', timeZone: 'Europe/Oslo', industry: 'Food manufacturing', country: 'NO' })
}
