import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { freshWorkspace, temporaryFolder } from './support'

it('asks twenty questions of the workspace itself, holds ranges against the truth and keeps the record', async () => {
  const file = join(temporaryFolder(), 'Sample.redress')
  await buildSample(file)
  const { call, close } = await openWorkspace(file, { actor: () => 'Tester' })
  onTestFinished(close)
  const questions = await call('exercise.questions', { turn: 0 })
  expect(questions).toHaveLength(20)
  expect(new Set(questions.map(({ key }) => key)).size).toBe(20)
  expect(new Set(questions.map(({ kind }) => kind)).size).toBe(5)
  expect(questions.every((one) => !('truth' in one))).toBe(true)
  expect(await call('exercise.questions', { turn: 0 })).toEqual(questions)
  expect(await call('exercise.questions', { turn: 1 })).not.toEqual(questions)

  const wide = questions.map(({ key }, index) => (index < 8 ? { key, low: -1e6, high: 1e6 } : { key, low: -7.5, high: -7.4 }))
  const taken = await call('exercise.finish', { answers: wide })
  expect(taken).toMatchObject({ held: 8, asked: 20 })
  expect(await call('exercise.taken', {})).toMatchObject([{ id: taken.id, held: 8, asked: 20 }])
  // the truth is that of the records
  const took = taken.answers.find(({ kind }) => kind === 'order-took')!
  const order = await call('orders.get', { id: took.key.split(':')[1]! })
  expect(took.truth).toBe((Date.parse(order.receivedOn!.slice(0, 10)) - Date.parse(order.orderedOn!.slice(0, 10))) / 86_400_000)
  expect(await call('journal.verify', {})).toMatchObject({ ok: true })
  await expect(call('exercise.finish', { answers: [{ key: questions[0]!.key, low: 2, high: 1 }] })).rejects.toMatchObject({
    fields: { 'answers.0.low': expect.any(String) }
  })
})

it('of an empty workspace asks nothing', async () => {
  const { call } = await freshWorkspace()
  expect(await call('exercise.questions', { turn: 0 })).toEqual([])
})
