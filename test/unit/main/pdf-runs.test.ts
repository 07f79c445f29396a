import { describe, expect, it } from 'vitest'
import { inRuns, type Advance } from '../../../src/main/pdf/runs'
import { seeded } from '../../e2e/support/hostile'

const advance: Advance = (glyph) => 400 + (glyph % 7) * 53
const fonts = new Map([['F1', advance]])

interface Shown {
  glyph: number
  x: number
  y: number
}

/** Where each glyph comes to stand, as ISO 32000-1, 9.4 has it: the test's own reading. A font that is not known has no advances. */
function glyphs(content: string): Shown[] {
  const found: Shown[] = []
  let [line, pen, size, known] = [[1, 0, 0, -1, 0, 0], 0, 0, false]
  const show = (hex: string) => {
    const [a, b, , , e, f] = line as [number, number, number, number, number, number]
    for (const four of hex.match(/.{4}/g) ?? []) {
      const glyph = parseInt(four, 16)
      found.push({ glyph, x: e + pen * a, y: f + pen * b })
      pen += known ? (advance(glyph) * size) / 1000 : 0
    }
  }
  for (const text of content.split('\n')) {
    const numbers = (text.match(/-?[\d.]+(?= )/g) ?? []).map(Number)
    if (text.endsWith(' Tf')) [size, known] = [Number(text.split(' ')[1]), text.startsWith('/F1 ')]
    else if (text.endsWith(' Tm')) [line, pen] = [numbers, 0]
    else if (text.endsWith('TJ'))
      for (const [, hex, back] of text.matchAll(/<([0-9A-F]+)>|(-?\d+)/g)) {
        if (hex) show(hex)
        else pen -= (Number(back) * size) / 1000
      }
    else {
      const moved = /^(-?[\d.]+) (-?[\d.]+) Td(?: |$)/.exec(text)
      if (moved) {
        const [a, b, c, d, e, f] = line as [number, number, number, number, number, number]
        const [x, y] = [Number(moved[1]), Number(moved[2])]
        line = [a, b, c, d, e + x * a + y * c, f + x * b + y * d]
        pen = 0
      }
      const hex = /<([0-9A-F]+)> Tj$/.exec(text)
      if (hex) show(hex[1]!)
    }
  }
  return found
}

/** Text as Skia writes it: each glyph at its own place, mostly where the one before it ends, at times kerned or far away. */
function written(random: () => number): string {
  const out: string[] = []
  const code = () => Math.floor(random() * 300)
  const hex = (glyph: number) => glyph.toString(16).toUpperCase().padStart(4, '0')
  for (let block = 0; block < 4; block++) {
    const size = 8 + Math.round(random() * 1e7) / 1e6
    const turned = random() < 0.1
    out.push('.1 .2 .3 rg', 'BT', `/P <</MCID ${block} >>BDC`, `/${random() < 0.85 ? 'F1' : 'F2'} ${size} Tf`)
    out.push(`${turned ? '0 1 1 0' : '1 0 0 -1'} ${random() * 500} ${random() * 700} Tm`)
    let glyph = code()
    out.push(random() < 0.5 ? `<${hex(glyph)}> Tj` : `${(random() * 90).toFixed(7)} 0 Td <${hex(glyph)}> Tj`)
    for (let at = 0; at < 60; at++) {
      const far = random() < 0.05
      const kerned = random() < 0.2 ? (random() - 0.5) * 2 : 0
      const right = far ? random() * 50 : ((advance(glyph) + 0.4) * size) / 1000 + kerned
      glyph = code()
      if (random() < 0.03) out.push('.5 .5 .5 rg')
      out.push(`${right.toFixed(7)} ${far && random() < 0.5 ? -13.25 : 0} Td <${hex(glyph)}> Tj`)
      if (random() < 0.03) out.push(`<${hex((glyph = code()))}> Tj`)
    }
    out.push('EMC', 'ET')
  }
  return out.join('\n')
}

describe('the text of a page in runs', () => {
  it('shows each glyph where it was set, in half the bytes', () => {
    const random = seeded(15)
    let [before, after] = [0, 0]
    for (let round = 0; round < 60; round++) {
      const content = written(random)
      const made = inRuns(content, fonts)
      const [was, is] = [glyphs(content), glyphs(made)]
      expect(is.map(({ glyph }) => glyph)).toEqual(was.map(({ glyph }) => glyph))
      for (const [at, { x, y }] of is.entries()) {
        expect(Math.abs(x - was[at]!.x)).toBeLessThan(0.08)
        expect(Math.abs(y - was[at]!.y)).toBeLessThan(0.08)
      }
      before += content.length
      after += made.length
    }
    expect(after / before).toBeLessThan(0.5)
  })

  it('leaves what it does not know as it is', () => {
    const unforeseen = 'BT\n/F1 12 Tf\n1 0 0 -1 0 0 Tm\n[<0001>20<0002>] TJ\n3.1234567 0 Td <0001> Tj\nET'
    expect(inRuns(unforeseen, fonts)).toBe(unforeseen)
    const drawing = 'q\n.24 0 0 -.24 0 842.88 cm\n0 1748 695 1 re\nf\nQ'
    expect(inRuns(drawing, fonts)).toBe(drawing)
  })
})
