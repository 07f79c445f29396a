import { linkSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/app'

// Every way out of Redress that writes a file, onto the open workspace: by its own name, by a hard link, a symbolic link and
// another spelling, onto what lies beside it and onto a backup. Each is refused in a sentence, and nothing is touched.

test('nothing that leaves Redress takes the place of the open workspace', async ({ launch, folder }) => {
  const redress = await launch()
  const [first] = await redress.ask('cases.list', {})
  const language = 'en' as const
  const asked = { caseId: first!.id, language, paper: 'a4' as const }
  // the sample is the open workspace here
  const file = join(redress.userData, 'sample', 'Sample.redress')
  const { size } = statSync(file)
  linkSync(file, join(folder, 'hard.pdf'))
  symlinkSync(file, join(folder, 'soft.pdf'))
  const places = [
    file,
    join(folder, 'hard.pdf'),
    join(folder, 'soft.pdf'),
    `${redress.userData}/sample/../sample/Sample.redress`,
    `${file}-wal`
  ]

  writeFileSync(join(folder, 'orders.csv'), 'id,customer,title\n1,Halden Foods,\n')
  await redress.dialogs({ choose: join(folder, 'orders.csv') })
  const chosen = await redress.ask('shell.chooseFile', { purpose: 'import' })
  if (!chosen.token) throw new Error('no file was chosen')
  const columns = ['externalId', 'customer', 'title'].map((field, column) => ({ field, column }))
  const mapping = { name: 'orders', target: 'orders' as const, source: 'orders', columns, zone: 'UTC' }
  writeFileSync(join(folder, 'letter.txt'), 'Dear Sir or Madam')
  await redress.dialogs({ choose: join(folder, 'letter.txt') })
  const letter = await redress.ask('shell.chooseFile', { purpose: 'evidence' })
  if (!letter.token) throw new Error('no file was chosen')
  const { id } = await redress.ask('evidence.attach', { customerId: first!.customerId, file: letter.token })

  const ways: [string, object][] = [
    ['shell.saveBackup', {}],
    ['shell.exportBrief', { ...asked, draft: true }],
    ...(['docx', 'pptx', 'xlsx', 'csv', 'charts'] as const).map((as): [string, object] => [
      'shell.exportShape',
      { ...asked, audience: 'leadership', as }
    ]),
    ['shell.saveLeftOut', { file: chosen.token, target: 'orders', mapping }],
    ['shell.exportEvidence', { id }]
  ]
  for (const [name, input] of ways) {
    for (const save of places) {
      await redress.dialogs({ save })
      const answer = await redress.answer(name, input)
      expect(answer, `${name} onto ${save}`).toMatchObject({ error: { code: 'conflict' } })
    }
    // and the way is open elsewhere
    await redress.dialogs({ save: join(folder, `${name}.out`) })
    expect(await redress.answer(name, input), name).toMatchObject({ result: { saved: `${name}.out` } })
  }
  expect(statSync(file).size).toBeGreaterThanOrEqual(size)
  expect(readFileSync(file).toString('latin1', 0, 15)).toBe('SQLite format 3')
  expect(await redress.ask('journal.verify', {})).toMatchObject({ ok: true, problems: [] })
})
