// ECMAScript leaves the last digit of Math.exp, log and pow to the engine. These use only IEEE 754 operations whose
// result is fixed (+ - * / sqrt), so a simulated figure is the same on every machine.

const LN2_HI = 6.9314718036912381649e-1
const LN2_LO = 1.90821492927058770002e-10
const INV_LN2 = 1.442695040888963387

// exact powers of two from 2^-1074 to 2^1023
const POWERS = new Float64Array(2098)
POWERS[1074] = 1
for (let k = 1075; k < 2098; k++) POWERS[k] = POWERS[k - 1]! * 2
for (let k = 1073; k >= 0; k--) POWERS[k] = POWERS[k + 1]! / 2

/** e to the power x, within 1 unit in the last place; after fdlibm's e_exp.c. */
export function exp(x: number): number {
  if (!(x <= 709.78)) return x > 709.78 ? Infinity : NaN
  if (x < -745) return 0
  const k = Math.round(x * INV_LN2)
  const hi = x - k * LN2_HI
  const lo = k * LN2_LO
  const r = hi - lo
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (lo - (r * c) / (2 - c) - hi)
  const half = k >> 1
  return y * POWERS[half + 1074]! * POWERS[k - half + 1074]!
}

const bits = new DataView(new ArrayBuffer(8))

/** The natural logarithm of x, within 1 unit in the last place; after fdlibm's e_log.c. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  let k = 0
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984
    k = -54
  }
  bits.setFloat64(0, x)
  let high = bits.getUint32(0)
  k += (high >>> 20) - 1023
  high &= 0xfffff
  // bring the mantissa into [sqrt(1/2), sqrt(2))
  const carry = (high + 0x95f64) & 0x100000
  bits.setUint32(0, high | (carry ^ 0x3ff00000))
  k += carry >>> 20
  const f = bits.getFloat64(0) - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const odd =
    z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  return k * LN2_HI - (half - (s * (half + even + odd) + k * LN2_LO) - f)
}

// the coefficients of AS 241, highest power first: centre, middle and far tail, numerator and denominator of each
const CENTRE = [
  [
    2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4,
    1.9715909503065514427e3, 1.3314166789178437745e2, 3.387132872796366608
  ],
  [
    5.226495278852854561e3, 2.8729085735721942674e4, 3.930789580009271061e4, 2.1213794301586595867e4, 5.3941960214247511077e3,
    6.871870074920579083e2, 4.2313330701600911252e1, 1
  ]
] as const
const MIDDLE = [
  [
    7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1, 1.27045825245236838258, 3.64784832476320460504,
    5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1,
    6.8976733498510000455e-1, 1.6763848301838038494, 2.05319162663775882187, 1
  ]
] as const
const FAR = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2,
    2.9656057182850489123e-1, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    1.48753612908506148525e-2, 1.3692988092273580531e-1, 5.9983220655588793769e-1, 1
  ]
] as const

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let i = 0; i < coefficients.length; i++) sum = sum * x + coefficients[i]!
  return sum
}

/** The quantile of the standard normal distribution: algorithm AS 241 (Wichura 1988), 16 digits. Takes 0 < p < 1. */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(CENTRE[0], r)) / polynomial(CENTRE[1], r)
  }
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p))
  const [above, below] = r <= 5 ? MIDDLE : FAR
  const x = r <= 5 ? r - 1.6 : r - 5
  const value = polynomial(above, x) / polynomial(below, x)
  return q < 0 ? -value : value
}
