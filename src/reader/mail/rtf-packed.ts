// How Outlook packs the RTF of a message: [MS-OXRTFCP], a window of 4,096 bytes that begins with words that RTF is full of.
const begun = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1'
)
const headLength = 16
const packed = 0x75465a4c
const plain = 0x414c454d
const window = 4_096
/** No message has as much text. */
const most = 16 * 1024 * 1024

/** Takes what a message keeps of its RTF, gives the RTF, one byte a sign; nothing where it cannot be read. */
export function unpackedRtf(content: Uint8Array): string {
  if (content.length < headLength) return ''
  const head = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const size = Math.min(head.readUInt32LE(4), most)
  const kind = head.readUInt32LE(8)
  if (kind === plain) return head.toString('latin1', headLength, Math.min(headLength + size, head.length))
  return kind === packed ? unpacked(head, size) : ''
}

function unpacked(content: Buffer, size: number): string {
  const seen = Buffer.alloc(window)
  begun.copy(seen)
  let write = begun.length
  const out = Buffer.alloc(size)
  let done = 0
  const put = (byte: number) => {
    if (done < size) out[done++] = byte
    seen[write] = byte
    write = (write + 1) % window
  }
  for (let at = headLength; at < content.length && done < size;) {
    const control = content[at++]!
    for (let bit = 0; bit < 8 && at < content.length; bit++) {
      if ((control & (1 << bit)) === 0) put(content[at++]!)
      else {
        const token = (content[at]! << 8) | (content[at + 1] ?? 0)
        at += 2
        const from = token >> 4
        if (from === write) return out.toString('latin1', 0, done)
        for (let step = 0; step < (token & 15) + 2; step++) put(seen[(from + step) % window]!)
      }
    }
  }
  return out.toString('latin1', 0, done)
}
