import type { ImportResult, RowOutcome, Trouble } from '../../shared/contract/imports'

const mostOutcomes = 200
/** Of each trouble so many rows are kept, and so many troubles are told apart. */
const mostOfTrouble = 50
const mostTroubles = 100
const order: RowOutcome['outcome'][] = ['error', 'skipped', 'update', 'create', 'unchanged']

/** What two rows of one trouble have in common. */
const keyOf = ({ field, problem, costs }: Omit<Trouble, 'count'>) => JSON.stringify([field, problem, costs])

/** Counts outcomes and troubles, and keeps the first rows of each. */
export class Tally {
  rows = 0
  /** Rows whose source says something else now than the words that are kept here. */
  differs = 0
  readonly counts: ImportResult['counts'] = { create: 0, update: 0, unchanged: 0, skipped: 0, error: 0 }
  readonly repeats: ImportResult['repeats'] = { left: 0, own: 0, refused: 0, alike: 0 }
  private kept: Record<RowOutcome['outcome'], RowOutcome[]> = { create: [], update: [], unchanged: [], skipped: [], error: [] }
  /** Kept apart: a repeat far down the file must not be lost among plain rows. */
  private repeated: typeof this.kept = { create: [], update: [], unchanged: [], skipped: [], error: [] }
  private found = new Map<string, { trouble: Trouble; first: RowOutcome[] }>()

  add(outcome: RowOutcome): void {
    this.rows++
    this.counts[outcome.outcome]++
    if (outcome.differs) this.differs++
    if (outcome.again) this.repeats[outcome.again]++
    const kept = (outcome.again || outcome.differs ? this.repeated : this.kept)[outcome.outcome]
    if (kept.length < mostOutcomes) kept.push(outcome)
    this.addTroubles(outcome)
  }

  private addTroubles(outcome: RowOutcome): void {
    const { troubles = [], odd = [] } = outcome
    if (troubles.length + odd.length === 0) return
    const told = new Set<string>()
    for (const [costs, list] of [
      [true, troubles],
      [false, odd]
    ] as const) {
      for (const { field, problem, text } of list) {
        const trouble = { field, problem: problem ?? text, costs }
        const key = keyOf(trouble)
        if (told.has(key)) continue
        told.add(key)
        const found = this.found.get(key)
        if (found) {
          found.trouble.count++
          if (found.first.length < mostOfTrouble) found.first.push(outcome)
        } else if (this.found.size < mostTroubles) this.found.set(key, { trouble: { ...trouble, count: 1 }, first: [outcome] })
      }
    }
  }

  /** What is wrong or odd: first what costs rows, and of these the commonest. */
  troubles(): Trouble[] {
    return [...this.found.values()]
      .map(({ trouble }) => trouble)
      .sort((a, b) => Number(b.costs) - Number(a.costs) || b.count - a.count)
  }

  /** The first outcomes of each kind, and of each trouble. */
  first(): RowOutcome[] {
    const plain = order.flatMap((kind) => [...this.repeated[kind], ...this.kept[kind]].slice(0, mostOutcomes))
    const listed = new Set(plain)
    const more = [...this.found.values()].flatMap(({ first }) => first).filter((outcome) => !listed.has(outcome))
    return [...plain, ...new Set(more)].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  }
}
