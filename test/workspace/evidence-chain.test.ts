// What happens to evidence is kept: who added it, looked at it, changed it and took it out; and what is shown runs nothing.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { previewOf } from '../../src/workspace/evidence-preview'
import { customerWithPromise, freshWorkspace } from './support'

async function filled() {
  let minute = 0
  const workspace = await freshWorkspace({ now: () => new Date(Date.UTC(2026, 2, 2, 9, minute++)).toISOString() })
  await workspace.call('workspace.configure', { advocate: 'Anu Mets' })
  const { customerId, promiseId } = await customerWithPromise(workspace)
  const file = join(dirname(workspace.file), 'Letter.txt')
  writeFileSync(file, 'We wait since Monday.')
  const { id } = await workspace.call('evidence.attach', { customerId, file })
  const chain = async () => (await workspace.call('evidence.chain', { id })).map(({ what, by, of }) => [what, by, of])
  return { workspace, promiseId, id, chain, later: (minutes: number) => void (minute += minutes) }
}

describe('the chain of a piece of evidence', () => {
  it('tells who added, tied, changed, saw, exported, trashed and restored it, the newest first', async () => {
    const { workspace, promiseId, id, chain } = await filled()
    const tie = { evidenceId: id, entity: 'promise' as const, id: promiseId }
    await workspace.call('evidence.tie', { ...tie, tied: true })
    await workspace.call('evidence.change', { id, patch: { note: 'Their letter' } })
    await workspace.call('evidence.use', { ids: [id], how: 'seen' })
    await workspace.call('evidence.use', { ids: [id], how: 'exported' })
    await workspace.call('evidence.tie', { ...tie, tied: false })
    await workspace.call('evidence.trash', { id })
    await workspace.call('evidence.restore', { id })
    expect(await chain()).toEqual([
      ['restored', 'Tester', null],
      ['trashed', 'Tester', null],
      ['untied', 'Tester', 'You will have the labels on Friday'],
      ['exported', 'Anu Mets', null],
      ['seen', 'Anu Mets', null],
      ['changed', 'Tester', null],
      ['tied', 'Tester', 'You will have the labels on Friday'],
      ['added', 'Tester', null]
    ])
    const changed = (await workspace.call('evidence.chain', { id })).find(({ what }) => what === 'changed')
    expect(changed!.fields).toEqual([{ field: 'note', from: null, to: 'Their letter' }])
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  })

  it('says a second look within the hour once, a later one again', async () => {
    const { workspace, id, chain, later } = await filled()
    const look = () => workspace.call('evidence.use', { ids: [id], how: 'seen' })
    expect([await look(), await look()]).toEqual([{ kept: 1 }, { kept: 0 }])
    later(90)
    expect(await look()).toEqual({ kept: 1 })
    expect((await chain()).map(([what]) => what)).toEqual(['seen', 'seen', 'added'])
  })

  it('is never taken back by undo, and keeps nobody from undoing what was done before', async () => {
    const { workspace, id, chain } = await filled()
    await workspace.call('evidence.change', { id, patch: { note: 'Their letter' } })
    await workspace.call('evidence.use', { ids: [id], how: 'seen' })
    await workspace.call('journal.undo', {})
    expect((await chain()).map(([what]) => what)).toEqual(['changed', 'seen', 'changed', 'added'])
    await workspace.call('journal.undo', {})
    await workspace.call('journal.redo', {})
    expect(await workspace.call('evidence.preview', { id })).toEqual({ as: 'text', text: 'We wait since Monday.', more: false })
    expect((await chain()).map(([what]) => what)).toContain('seen')
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  })
})

describe('what is shown of a kept file', () => {
  const of = (content: string | number[]) => previewOf(Buffer.from(content as string), null)

  it('is a picture by what it is, not by what it is called', () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]
    expect(of(png)).toEqual({ as: 'picture', type: 'image/png', data: Buffer.from(png).toString('base64') })
    expect(of([0xff, 0xd8, 0xff, 0xe0])).toMatchObject({ as: 'picture', type: 'image/jpeg' })
  })

  it('is a text, also where a page or a drawing would run something', () => {
    for (const text of ['<svg onload="alert(1)"/>', '<script>alert(1)</script>', 'Subject: Αργεί\r\n\r\nHello'])
      expect(of(text)).toEqual({ as: 'text', text, more: false })
    const long = 'ώ'.repeat(50_001)
    expect(of(long)).toEqual({ as: 'text', text: 'ώ'.repeat(20_000), more: true })
  })

  it('is the pages of a PDF and its words, also where a program wrote something before it', () => {
    expect(previewOf(Buffer.from('%PDF-1.7 x'), 'The pump')).toEqual({ as: 'pages', text: 'The pump' })
    expect(of([0xef, 0x00, ...Buffer.from('%PDF-1.4 x')])).toEqual({ as: 'pages', text: null })
    expect(of('A file begins with %PDF-')).toMatchObject({ as: 'text' })
  })

  it('is nothing but its name for all else', () => {
    for (const content of [
      [0x50, 0x4b, 3, 4, 0, 0],
      [0xff, 0xfe, 0x41, 0],
      [0x4d, 0x5a, 0x90, 0]
    ])
      expect(of(content)).toEqual({ as: 'name' })
  })
})
