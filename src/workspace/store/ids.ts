import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const random = Buffer.alloc(16 * 256)
let used = random.length
let last = 0
let count = 0

/** Gives a new id (UUID, version 7) that sorts after all this process gave before; randomness is drawn for many at once. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const bytes = random.subarray(used, (used += 16))
  const now = Date.now()
  if (now > last) {
    last = now
    // half of the counter's room stays free for ids of the same millisecond
    count = bytes.readUInt32BE(6) >>> 1
  } else {
    count++
  }
  return v7({ random: bytes, msecs: last, seq: count })
}
