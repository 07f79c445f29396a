/** A stream of random 32-bit integers, the same on every machine; no `Math.random`. Its state is four 32-bit lanes. */
export type RandomStream = Int32Array

/** Takes a seed and the name of a stream ("line-7|hours"), gives its own independent stream: sfc32, seeded by a hash. */
export function randomStream(seed: number | string, name: string): RandomStream {
  const text = `${typeof seed}:${seed}|${name}`
  // cyrb128: four lanes over the text
  let a = 1779033703
  let b = 3144134277 | 0
  let c = 1013904242
  let d = 2773480762 | 0
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ k, 597399067)
    b = c ^ Math.imul(b ^ k, 2869860233)
    c = d ^ Math.imul(c ^ k, 951274213)
    d = a ^ Math.imul(d ^ k, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  const stream = Int32Array.of(a, b, c, d)
  randomBits(stream, new Uint32Array(12))
  return stream
}

/** Fills `out` with the stream's next integers. In bulk, as that keeps the state in registers: 1 ns each. */
export function randomBits(stream: RandomStream, out: Uint32Array): Uint32Array {
  let a = stream[0]!
  let b = stream[1]!
  let c = stream[2]!
  let d = stream[3]!
  for (let i = 0; i < out.length; i++) {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    out[i] = t
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = d
  return out
}

/** 2^-32: a 32-bit integer times this is in [0, 1). */
export const UNIT = 2.3283064365386963e-10
