import { exp } from '../losses/sampling/math'

const ROOT_2_PI = 2.5066282746310002

/** Density of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return exp((-z * z) / 2) / ROOT_2_PI
}

const above = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376
]
const below = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
  440.413735824752
]

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (const coefficient of coefficients) sum = sum * x + coefficient
  return sum
}

/** Share of the standard normal distribution at or below z, to about 15 digits (Hart 5666, as in West 2005). */
export function normalShare(z: number): number {
  const x = Math.abs(z)
  if (x > 37) return z > 0 ? 1 : 0
  const tail =
    x < 7.07106781186547
      ? (exp((-x * x) / 2) * polynomial(above, x)) / polynomial(below, x)
      : normalDensity(x) / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65)))))
  return z > 0 ? 1 - tail : tail
}

/** Standard normal loss L(z): the mean of max(0, Z − z). */
export function normalLoss(z: number): number {
  return Math.max(0, normalDensity(z) - z * normalShare(-z))
}

/**
 * Takes the mean of a Poisson count D (0 to 700, where exp(−mean) does not underflow) and a level x;
 * gives P(D = x), P(D ≤ x) and the mean of max(0, D − x).
 */
export function poissonAt(mean: number, level: number): { exactly: number; atMost: number; shortage: number } {
  const x = Math.floor(level)
  if (x < 0) return { exactly: 0, atMost: 0, shortage: mean - level }
  let term = exp(-mean)
  let atMost = term
  for (let k = 1; k <= x; k++) {
    term *= mean / k
    atMost += term
  }
  const over = Math.max(0, 1 - atMost)
  // Σ (k − level) P(k) over k > x, with Σ k P(k) over k > x = mean · P(D ≥ x)
  return { exactly: term, atMost: Math.min(1, atMost), shortage: Math.max(0, mean * (over + term) - level * over) }
}

/** Takes a Poisson count's mean (0 to 700) and a share below 1; gives the least x with P(D ≤ x) at or above the share. */
export function poissonQuantile(mean: number, share: number): number {
  let term = exp(-mean)
  let atMost = term
  let x = 0
  while (atMost < share && x < mean * 3 + 200) {
    x++
    term *= mean / x
    atMost += term
  }
  return x
}
