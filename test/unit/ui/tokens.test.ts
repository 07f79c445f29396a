import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split("[data-theme='dark']")
const colours = (part: string): Map<string, string> =>
  new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1]!, found[2]!]))

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const papers = ['paper', 'paper-2', 'paper-3', 'float']
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'loss', 'late', 'at-risk', 'kept']

test.each([
  ['light', light],
  ['dark', dark]
])('every ink of the %s theme is readable on every paper', (_, part) => {
  const known = colours(part)
  for (const ink of inks)
    for (const paper of papers)
      expect(contrast(known.get(ink)!, known.get(paper)!), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5)
  for (const meaning of ['loss', 'at-risk', 'kept']) {
    expect(contrast(known.get(meaning)!, known.get(`${meaning}-soft`)!), `${meaning} on its soft`).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(known.get('on-accent')!, known.get('accent')!)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(known.get('line-2')!, known.get('paper')!), 'edges of controls').toBeGreaterThanOrEqual(3)
})
