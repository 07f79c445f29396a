import type { Looked } from '../../../shared/contract/inquiry'
import type { ChosenFile } from '../../../shared/contract/workspace'
import { call } from '../../api'
import { attempt } from '../../records/act'
import { ofWorkspace } from '../../records/ofWorkspace'
import { notify } from '../../ui/notices.svelte'
import { m } from '../../../shared/messages/messages.js'
import type { Id } from '../../../shared/values/flavours'

/** What came back and is being shown. */
class Arrived {
  found = $state.raw<{ looked: Exclude<Looked, { is: 'other' }>; file: string } | null>(null)
}
export const arrived = new Arrived()
ofWorkspace(() => (arrived.found = null))

/** What may be a paper of ours. */
const paper = /\.(?:pdf|xlsx)$/i

/** Takes files that were dropped; shows the first that is a brief or a customer's answers. Gives whether one was. */
export async function look(files: readonly ChosenFile[]): Promise<boolean> {
  for (const { token, name } of files) {
    if (!paper.test(name)) continue
    const looked = await call('inquiry.look', { file: token })
    if (looked.is === 'other') continue
    arrived.found = { looked, file: token }
    return true
  }
  return false
}

/** Lets the person choose the answers to a case's question sheet, and shows them. */
export async function receive(caseId: Id<'case'>): Promise<void> {
  await attempt(async () => {
    const chosen = await call('shell.chooseFile', { purpose: 'evidence' })
    if (!chosen.token) return
    const looked = await call('inquiry.look', { file: chosen.token, caseId })
    if (looked.is === 'other') return void notify(m.inquiry_not_ours(), { kind: 'wrong' })
    arrived.found = { looked, file: chosen.token }
  })
}
