import { exp, ln } from './math'

// The Vose PERT on [0, 1] with its mode at t is Beta(1 + 4t, 5 - 4t). Its distribution function is tabulated at knots
// x = s²(3 - 2s), s = 0 … 1 in equal steps (fine at both ends, where the quantile function is steep), by three-point
// Gauss-Legendre in each cell. The quantile function is then a monotone cubic between the knots: error below 1e-6 of
// the range, and a draw costs a few multiplications.

const CELLS = 256
const NODES = [0.5 - 0.3872983346207417, 0.5, 0.5 + 0.3872983346207417]
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18]

const knots = new Float64Array(CELLS + 1)
const lnX = new Float64Array(CELLS * 3)
const lnRest = new Float64Array(CELLS * 3)
const weight = new Float64Array(CELLS * 3)
const lnKnot = new Float64Array(CELLS + 1)
for (let i = 0; i <= CELLS; i++) {
  knots[i] = smooth(i / CELLS)
  lnKnot[i] = ln(smooth(i / CELLS))
}
for (let i = 0; i < CELLS; i++) {
  for (let j = 0; j < 3; j++) {
    const s = (i + NODES[j]!) / CELLS
    lnX[i * 3 + j] = ln(smooth(s))
    // 1 - x by symmetry, so that nothing cancels near 1
    lnRest[i * 3 + j] = ln(smooth(1 - s))
    weight[i * 3 + j] = (WEIGHTS[j]! * 6 * s * (1 - s)) / CELLS
  }
}

function smooth(s: number): number {
  return s * s * (3 - 2 * s)
}

/** The quantile function as cubics: in cell k, x = knot + v(c1 + v(c2 + v c3)) with v = u - cdf[k]. */
export interface PertTable {
  cdf: Float64Array
  x: Float64Array
  c1: Float64Array
  c2: Float64Array
  c3: Float64Array
}

// while one number is edited, the tables of the others are asked for again and again; each takes 10 kB
const kept = new Map<number, PertTable>()

/** Takes the mode's place t in [0, 1], gives the table of Beta(1 + 4t, 5 - 4t). */
export function pertTable(t: number): PertTable {
  let table = kept.get(t)
  if (!table) {
    table = tabulate(t)
    if (kept.size >= 500) kept.clear()
    kept.set(t, table)
  }
  return table
}

function tabulate(t: number): PertTable {
  const a = 4 * t
  const b = 4 - a
  const cdf = new Float64Array(CELLS + 1)
  let sum = 0
  for (let i = 0; i < CELLS; i++) {
    const k = i * 3
    sum +=
      weight[k]! * exp(a * lnX[k]! + b * lnRest[k]!) +
      weight[k + 1]! * exp(a * lnX[k + 1]! + b * lnRest[k + 1]!) +
      weight[k + 2]! * exp(a * lnX[k + 2]! + b * lnRest[k + 2]!)
    cdf[i + 1] = sum
  }
  for (let i = 1; i <= CELLS; i++) cdf[i] = cdf[i]! / sum
  return cubics(cdf, a, b, sum)
}

function cubics(cdf: Float64Array, a: number, b: number, norm: number): PertTable {
  const c1 = new Float64Array(CELLS)
  const c2 = new Float64Array(CELLS)
  const c3 = new Float64Array(CELLS)
  let left = Infinity
  for (let k = 0; k < CELLS; k++) {
    const x = knots[k + 1]!
    // the quantile's slope is one over the density
    const right = k === CELLS - 1 ? Infinity : norm / exp(a * lnKnot[k + 1]! + b * lnKnot[CELLS - k - 1]!)
    const width = cdf[k + 1]! - cdf[k]!
    if (width > 0) {
      const mean = (x - knots[k]!) / width
      // slopes of at most three times the chord keep the cubic monotone (Fritsch and Carlson 1980)
      const d0 = k === 0 ? mean : Math.min(left, 3 * mean)
      const d1 = k === CELLS - 1 ? mean : Math.min(right, 3 * mean)
      c1[k] = d0
      c2[k] = (3 * mean - 2 * d0 - d1) / width
      c3[k] = (d0 + d1 - 2 * mean) / (width * width)
    }
    left = right
  }
  return { cdf, x: knots, c1, c2, c3 }
}

/** Takes a table and a probability, gives the quantile in [0, 1]. */
export function pertQuantile(table: PertTable, u: number): number {
  let low = 0
  let high = CELLS
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (table.cdf[middle]! <= u) low = middle
    else high = middle
  }
  const v = u - table.cdf[low]!
  return table.x[low]! + v * (table.c1[low]! + v * (table.c2[low]! + v * table.c3[low]!))
}
