// A form keeps up with its record, and what is in a person's hand is never changed by it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handOf } from '../../../src/renderer/records/follow'

const answered = async (): Promise<void> => {
  await Promise.resolve()
  await Promise.resolve()
}
/** A save that is under way, and how to have it answered. */
function under(): { done: Promise<boolean>; answer: (taken: boolean) => Promise<void> } {
  let settle!: (taken: boolean) => void
  const done = new Promise<boolean>((resolve) => (settle = resolve))
  return { done, answer: async (taken) => (settle(taken), answered()) }
}

describe('a form that follows its record', () => {
  it('takes over what changed elsewhere and leaves what is being typed', () => {
    const draft = { name: 'A', role: 'old' }
    const hand = handOf(draft)
    draft.name = 'typing'
    hand.follow(draft, { name: 'A', role: 'new' })
    expect(draft).toEqual({ name: 'typing', role: 'new' })
    hand.follow(draft, { name: 'changed elsewhere too', role: 'new' })
    expect(draft.name).toBe('typing')
  })

  it('leaves the next field alone when the answer to the one before comes', async () => {
    const draft: { cost: number | null; stay: number | null } = { cost: null, stay: null }
    const hand = handOf(draft)
    draft.cost = 400
    const save = under()
    hand.sent(draft, ['cost'], save.done)
    draft.stay = 8
    await save.answer(true)
    hand.follow(draft, { cost: 400, stay: null })
    expect(draft).toEqual({ cost: 400, stay: 8 })
  })

  it('is not turned back by the answer to an earlier value of the same field', async () => {
    const draft = { days: 1 }
    const hand = handOf(draft)
    const [first, second] = [under(), under()]
    draft.days = 5
    hand.sent(draft, ['days'], first.done)
    draft.days = 57
    hand.sent(draft, ['days'], second.done)
    await first.answer(true)
    hand.follow(draft, { days: 5 })
    expect(draft.days).toBe(57)
    await second.answer(true)
    hand.follow(draft, { days: 57 })
    hand.follow(draft, { days: 1 })
    expect(draft.days, 'an undo afterwards is shown').toBe(1)
  })

  it('shows what was made of it when it was stored, and keeps what was refused', async () => {
    const draft = { title: 'Late' }
    const hand = handOf(draft)
    draft.title = '  Later '
    const taken = under()
    hand.sent(draft, ['title'], taken.done)
    await taken.answer(true)
    hand.follow(draft, { title: 'Later' })
    expect(draft.title).toBe('Later')
    draft.title = 'much too long'
    const refused = under()
    hand.sent(draft, ['title'], refused.done)
    await refused.answer(false)
    hand.follow(draft, { title: 'from elsewhere' })
    expect(draft.title).toBe('much too long')
  })

  it('follows named parts each by itself, by content', () => {
    const of = (units: number, each: number) => ({
      title: 'Late',
      inputs: { units: { as: 'exact', value: units }, each: { value: each, as: 'exact' } } as Record<string, object>
    })
    const draft = of(1, 10)
    const hand = handOf(draft, ['inputs'])
    draft.inputs.each = { as: 'exact', value: 30 }
    hand.follow(draft, of(1, 10))
    expect(draft, 'the same once more, as after any other write').toEqual(of(1, 30))
    hand.follow(draft, of(7, 10))
    expect(draft).toEqual(of(7, 30))
    hand.follow(draft, of(7, 30))
    hand.follow(draft, of(7, 10))
    expect(draft, 'an undo after it was saved').toEqual(of(7, 10))
    const { units: _, ...rest } = of(7, 10).inputs
    hand.follow(draft, { ...of(7, 10), inputs: rest })
    expect(draft.inputs).not.toHaveProperty('units')
  })

  it('never changes a field that differs from what was agreed on, whatever comes in which order', async () => {
    type Step = { do: 'type' | 'send' | 'answer' | 'row'; field: 'a' | 'b' }
    const step = fc.record<Step>({ do: fc.constantFrom('type', 'send', 'answer', 'row'), field: fc.constantFrom('a', 'b') })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const draft: Record<string, number> = { a: 0, b: 0 }
        const hand = handOf(draft)
        const stored: Record<string, number> = { a: 0, b: 0 }
        const typed = new Set<string>()
        const waiting: { field: string; value: number; answer: (taken: boolean) => Promise<void> }[] = []
        let next = 1
        for (const { do: what, field } of steps) {
          if (what === 'type') {
            draft[field] = next++
            typed.add(field)
          } else if (what === 'send') {
            const save = under()
            hand.sent(draft, [field], save.done)
            typed.delete(field)
            waiting.push({ field, value: draft[field]!, answer: save.answer })
          } else if (what === 'answer' && waiting.length > 0) {
            // the news of a change always comes before the answer
            const { field, value, answer } = waiting.shift()!
            stored[field] = value
            await answer(true)
          } else if (what === 'row') {
            const before = { ...draft }
            hand.follow(draft, { ...stored })
            for (const each of typed) expect(draft[each]).toBe(before[each])
          }
        }
        while (waiting.length > 0) {
          const { field, value, answer } = waiting.shift()!
          stored[field] = value
          await answer(true)
        }
        hand.follow(draft, { ...stored })
        for (const each of ['a', 'b']) if (!typed.has(each)) expect(draft[each]).toBe(stored[each])
      })
    )
  })
})
