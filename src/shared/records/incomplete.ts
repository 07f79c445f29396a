import { exp, ln } from '../losses/sampling/math'

// Lanczos, g = 7, n = 9 (Godfrey 2001): about 15 digits for positive arguments
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
]

/** Takes a positive number, gives the natural logarithm of the gamma function there. */
export function lnGamma(x: number): number {
  if (x < 0.5) return ln(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  let sum = lanczos[0]!
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i]! / (shifted + i)
  return 0.9189385332046728 + (shifted + 0.5) * ln(base) - base + ln(sum)
}

const enough = 1e-15
const tiny = 1e-300

/** A continued fraction by Lentz's method: takes the n-th numerator and denominator, from the first on; gives its value. */
function continued(begin: number, term: (n: number) => { a: number; b: number }): number {
  let f = begin || tiny
  let c = f
  let d = 0
  for (let n = 1; n <= 10_000; n++) {
    const { a, b } = term(n)
    d = 1 / (b + a * d || tiny)
    c = b + a / c || tiny
    const step = c * d
    f *= step
    if (Math.abs(step - 1) < enough) break
  }
  return f
}

/** Takes a gamma distribution's shape (above 0, rate 1) and a point; gives the share at or below it (DLMF 8.11.4 and 8.9.2). */
export function gammaShare(shape: number, x: number): number {
  if (x <= 0) return 0
  const front = exp(shape * ln(x) - x - lnGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let n = 1; n < 100_000 && term > sum * enough; n++) {
      term *= x / (shape + n)
      sum += term
    }
    return front * sum
  }
  return 1 - front / continued(x + 1 - shape, (n) => ({ a: -n * (n - shape), b: x + 2 * n + 1 - shape }))
}

/** Takes a beta distribution's two shapes (above 0) and a point from 0 to 1; gives the share at or below it (DLMF 8.17.22). */
export function betaShare(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(b, a, 1 - x)
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * ln(x) + b * ln(1 - x)) / a
  const fraction = continued(1, (n) => {
    const m = Math.floor(n / 2)
    const numerator =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    return { a: numerator, b: 1 }
  })
  return front / fraction
}

/** The point at which a growing share from 0 to 1 reaches p, between two points that hold it. */
function where(share: (x: number) => number, p: number, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let i = 0; i < 200 && to - from > 1e-14 * Math.max(1e-300, to); i++) {
    const middle = (from + to) / 2
    if (share(middle) < p) from = middle
    else to = middle
  }
  return (from + to) / 2
}

/** Takes a gamma distribution's shape and rate, and a probability; gives the point that this share lies at or below. */
export function gammaQuantile(shape: number, rate: number, p: number): number {
  let high = shape + 1
  while (gammaShare(shape, high) < p) high *= 2
  return where((x) => gammaShare(shape, x), p, 0, high) / rate
}

/** Takes a beta distribution's shapes and a probability; gives the point that this share lies at or below. */
export function betaQuantile(a: number, b: number, p: number): number {
  return where((x) => betaShare(a, b, x), p, 0, 1)
}
