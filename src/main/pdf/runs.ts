/** Takes a glyph's number, gives how far it moves the pen, in thousandths of the type's size. */
export type Advance = (glyph: number) => number

/** How far a glyph may stand from where it was set, in CSS pixels: a third of what a printer of 600 dots an inch can show. */
const apart = 0.05

const place = /^(-?[\d.]+) (-?[\d.]+) Td <([0-9A-F]+)> Tj$/
const shown = /^<([0-9A-F]+)> Tj$/
const font = /^\/(\S+) ([\d.]+) Tf$/
const matrix = /^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) Tm$/
/** Ways to place and show text that Skia does not take. */
const unforeseen = /(?:[\d.] Td| TD|T\*|TJ)$/m

const short = (value: number, places = 2): string => String(Number(value.toFixed(places)))

/** What is being shown: glyphs in one go, and where the pen is against where the next one was set. */
interface Run {
  parts: string[]
  hex: string
  pen: number
  target: number
}

/**
 * Takes a page's content as Skia writes it, which places each glyph by itself to seven decimals, and the advances of its fonts by
 * name; gives the same in runs, where a glyph stands after the one before it unless it was set elsewhere (ISO 32000-1, 9.4.3).
 * Half the bytes. A font without known advances stays as it is.
 */
export function inRuns(content: string, fonts: ReadonlyMap<string, Advance>): string {
  if (unforeseen.test(content)) return content
  const out: string[] = []
  let advance: Advance | undefined
  let size = 0
  let run: Run | null = null
  /** How far the place that the next one counts from lies beyond the last one that was written. */
  let beyond = 0
  let below = 0
  /** Whether nothing was shown yet since the last place. */
  let fresh = false
  /** A matrix that was not written yet: the first place is put into it. */
  let pending: number[] | null = null

  const flush = (): void => {
    if (pending) out.push(`${matrixOf(pending)} Tm`)
    pending = null
    if (!run) return
    const last = `<${run.hex}>`
    out.push(run.parts.length ? `[${run.parts.join('')}${last}] TJ` : `${last} Tj`)
    beyond += run.target
    run = null
  }
  const show = (hex: string, known: Advance): void => {
    run ??= { parts: [], hex: '', pen: 0, target: 0 }
    run.hex += hex
    fresh = false
    for (let at = 0; at < hex.length; at += 4) run.pen += (known(parseInt(hex.slice(at, at + 4), 16)) * size) / 1000
  }
  const move = (right: number, down: number): void => {
    if (pending) {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[] = pending
      pending = [a, b, c, d, e + right * a + down * c, f + right * b + down * d]
      flush()
    } else {
      flush()
      const [x, y] = [right + beyond, down + below]
      out.push(`${short(x)} ${short(y)} Td`)
      // what was rounded off is made up for by the next
      ;[beyond, below] = [x - Number(short(x)), y - Number(short(y))]
    }
    fresh = true
  }
  const other = (line: string): void => {
    flush()
    out.push(line)
    if (line !== 'BT') return
    advance = undefined
    beyond = below = 0
    fresh = true
  }

  for (const line of content.split('\n')) {
    const operator = line.slice(line.lastIndexOf(' ') + 1)
    const set = operator === 'Tf' && font.exec(line)
    const placed = operator === 'Tm' && matrix.exec(line)
    const next = operator === 'Tj' && place.exec(line)
    const one = operator === 'Tj' && !next && shown.exec(line)
    if (set) {
      advance = fonts.get(set[1]!)
      size = Number(short(Number(set[2]), 3))
      other(`/${set[1]!} ${size} Tf`)
    } else if (placed) {
      flush()
      beyond = below = 0
      fresh = true
      pending = placed.slice(1).map(Number)
    } else if (next) {
      const [right, down, hex] = [Number(next[1]), Number(next[2]), next[3]]
      if (run && advance && down === 0) onward(run, right, size)
      else move(right, down)
      if (advance) show(hex!, advance)
      else other(`<${hex!}> Tj`)
    } else if (one && advance && (run || fresh)) {
      if (!run) flush()
      show(one[1]!, advance)
    } else {
      other(line)
      if (one) fresh = false
    }
  }
  flush()
  return out.join('\n')
}

/** Moves what is shown on to where the next glyph was set: not at all where it comes to stand there by itself. */
function onward(run: Run, right: number, size: number): void {
  run.target += right
  const off = run.pen - run.target
  if (Math.abs(off) <= apart) return
  const back = Math.round((off * 1000) / size)
  run.parts.push(`<${run.hex}>${back}`)
  run.hex = ''
  run.pen -= (back * size) / 1000
}

const matrixOf = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): string =>
  [short(a, 6), short(b, 6), short(c, 6), short(d, 6), short(e), short(f)].join(' ')
