/** A property of a message as its wrapping holds it. */
export interface Property {
  data: Buffer
  /** Its text is UTF-16. */
  wide: boolean
  /** It holds an object, whose kind stands in its first sixteen bytes. */
  object: boolean
}

const wideText = 0x1f
const object = 0x0d
/** How many bytes a value of a type takes; what is not here has its length before it. */
const sizes: Readonly<Record<number, number>> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16
}
const several = 0x1000
const most = 5_000

/** Takes the properties of a message or of what is attached, gives them by what they are; one of several values by its first. Error: they are cut. */
export function propertiesIn(bytes: Buffer): Map<number, Property> {
  const found = new Map<number, Property>()
  let at = 4
  const padded = (length: number) => Math.ceil(length / 4) * 4
  for (let left = Math.min(bytes.readUInt32LE(0), most); left > 0; left--) {
    const type = bytes.readUInt16LE(at) & ~several
    const isList = (bytes.readUInt16LE(at) & several) !== 0
    const id = bytes.readUInt16LE(at + 2)
    at += 4
    if (id >= 0x8000) {
      // one that the writer named itself
      const byName = bytes.readUInt32LE(at + 16) !== 0
      at += 20
      at += byName ? 4 + padded(bytes.readUInt32LE(at)) : 4
    }
    const size = sizes[type]
    const counted = isList || size === undefined
    const values = counted ? bytes.readUInt32LE(at) : 1
    if (counted) at += 4
    for (let value = 0; value < values; value++) {
      const length = size ?? bytes.readUInt32LE(at)
      if (size === undefined) at += 4
      const data = bytes.subarray(at, at + length)
      if (data.length < length) throw new Error('cut')
      at += padded(length)
      if (value === 0 && size === undefined) found.set(id, { data, wide: type === wideText, object: type === object })
    }
  }
  return found
}
