import type { Page } from 'playwright'
import type { Input, ProcedureName, Result } from '../../src/shared/contract/table'
import { askedAgain, notingAsks, screensOf } from '../support/asks'
import { launchRedress } from '../support/electron'

export const name = 'asks'

async function ask<N extends ProcedureName>(page: Page, procedure: N, input: Input<N>): Promise<Result<N>> {
  const answer = await page.evaluate(([name, given]) => window.redress.call(name, given, crypto.randomUUID()), [
    procedure,
    input
  ] as [string, object])
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.result as Result<N>
}

/**
 * A note on another customer's contact, made once at every screen around a case of the sample: how many
 * questions the screens ask because of it, all together.
 */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const { app, page, close } = await launchRedress(['--sample'])
  try {
    await page.locator('h1').first().waitFor()
    const cases = await ask(page, 'cases.list', {})
    const { customerId, id: caseId } = cases.find(({ ref }) => ref === 'CASE-4')!
    const incidentId = (await ask(page, 'incidents.list', {})).find((incident) => incident.customerId === customerId)!.id
    const other = (await ask(page, 'customers.list', {})).find(({ id }) => id !== customerId)!
    const { id } = await ask(page, 'contacts.create', { customerId: other.id, name: 'Somebody Else' })
    const places = screensOf({ customerId, incidentId, caseId })
    const again = await askedAgain(page, places, await notingAsks(app), (at) =>
      ask(page, 'contacts.change', { id, patch: { note: `Heard at ${at}` } })
    )
    const ours = Object.values(again).flat().length
    return [
      {
        name: `questions after a change elsewhere, ${places.length} screens`,
        ours,
        baseline: places.length,
        ratio: ours / places.length,
        goal: 0,
        unit: ''
      }
    ]
  } finally {
    await close()
  }
}
