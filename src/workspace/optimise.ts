import type { Highs } from 'highs'
import type { Solve } from '../shared/options/bundles'

let loaded: Promise<Highs> | undefined

/** HiGHS, loaded when it is first needed: docs/decisions/optimiser.md. */
async function highs(): Promise<Highs> {
  loaded ??= import('highs').then(({ default: load }) => load())
  return loaded
}

/** No gap between what was found and what could be; the rest is what made forty remedies four times as quick. */
const exactly = {
  mip_rel_gap: 0,
  mip_abs_gap: 1e-6,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  mip_detect_symmetry: false,
  mip_heuristic_effort: 0,
  mip_allow_restart: false,
  output_flag: false
} as const

/** Solves a mixed-integer program to its optimum; null where nothing fits. Other work comes in before each. */
export const solve: Solve = async (program) => {
  const solver = await highs()
  await new Promise((go) => setImmediate(go))
  const found = solver.solve(program, exactly)
  if (found.Status === 'Infeasible') return null
  if (found.Status !== 'Optimal') throw new Error(`the optimiser ended with: ${found.Status}`)
  return Object.fromEntries(Object.entries(found.Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]))
}
