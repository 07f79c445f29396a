import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArguments } from '../../../src/main/arguments'
import { preferencesIn } from '../../../src/main/preferences'
import { placed } from '../../../src/main/placement'
import { firstSpoken } from '../../../src/shared/values/spoken'

describe('what Redress was started with', () => {
  const read = (...words: string[]) => readArguments(['/opt/electron', ...words], '/home/maria')

  it('takes a double-clicked file, whatever Chromium puts before it', () => {
    expect(read('--no-sandbox', '/app', 'Kunden.REDRESS').workspace).toBe('/home/maria/Kunden.REDRESS')
  })
  it('takes a named workspace, made when asked', () => {
    expect(read('--workspace=a.redress', '--create')).toMatchObject({
      workspace: '/home/maria/a.redress',
      create: true,
      sample: false,
      cli: null
    })
  })
  it('leaves everything after --cli to the command line', () => {
    expect(read('/app', '--cli', 'brief', '--workspace', 'w.redress', '--sample')).toMatchObject({
      cli: ['brief', '--workspace', 'w.redress', '--sample'],
      workspace: null,
      sample: false
    })
  })
  it('knows nothing when nothing is given', () => {
    expect(read('/app', '--user-data=')).toEqual({ workspace: null, create: false, sample: false, userData: null, cli: null })
  })
})

describe('what is kept between starts', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redress-kept-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('comes back', () => {
    preferencesIn(folder).set({ recent: ['/a.redress'], last: '/a.redress' })
    expect(preferencesIn(folder).get()).toMatchObject({ recent: ['/a.redress'], last: '/a.redress', window: null })
  })
  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"recent": 5, "window": {"x": "far"}, "folders": [1], "last": {}, "look": {"language": "xx", "theme": "dark"}}'
  ])('starts afresh from %j', (text) => {
    writeFileSync(join(folder, 'redress.json'), text)
    expect(preferencesIn(folder).get()).toEqual({
      window: null,
      look: null,
      last: null,
      secondPlace: null,
      lookedAt: {},
      recent: [],
      told: [],
      spelling: null,
      folders: {}
    })
  })
  it('knows again which folder is looked at for which workspace, and what was damaged of it no more', () => {
    const looked = { '/a.redress': { folder: '/exports', known: ['x'] } }
    preferencesIn(folder).set({ lookedAt: looked })
    expect(preferencesIn(folder).get().lookedAt).toEqual(looked)
    const damaged = {
      ...looked,
      '/b.redress': { folder: 5, known: [] },
      '/c.redress': 'x',
      '/d.redress': { folder: '/e', known: [1] }
    }
    writeFileSync(join(folder, 'redress.json'), JSON.stringify({ lookedAt: damaged }))
    expect(preferencesIn(folder).get().lookedAt).toEqual(looked)
  })
  it('loses only the damaged part', () => {
    writeFileSync(join(folder, 'redress.json'), '{"last": "/b.redress", "recent": 5}')
    expect(preferencesIn(folder).get()).toMatchObject({ last: '/b.redress', recent: [] })
    expect(JSON.parse(readFileSync(join(folder, 'redress.json'), 'utf8'))).toEqual({ last: '/b.redress', recent: 5 })
  })
})

describe('where the window opens', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const window = { x: 100, y: 100, width: 1200, height: 800 }

  it('stands where it stood', () => {
    expect(placed(window, [screen])).toEqual(window)
  })
  it('stands on a second screen that is still there', () => {
    const right = { ...window, x: 2000 }
    expect(placed(right, [screen, { ...screen, x: 1920 }])).toEqual(right)
    expect(placed(right, [screen])).toEqual({ width: 1200, height: 800 })
  })
  it.each([
    ['above', { ...window, y: -400 }],
    ['below', { ...window, y: 1020 }],
    ['far left', { ...window, x: -1150 }],
    ['far right', { ...window, x: 1850 }]
  ])('comes to the middle from %s, where nobody could get hold of it', (_, lost) => {
    expect(placed(lost, [screen])).not.toHaveProperty('x')
  })
  it('is never too small to use', () => {
    expect(placed({ ...window, width: 3, height: 0 }, [screen])).toMatchObject({ width: 640, height: 480 })
  })
  it.each([
    ['ten times the screen', { ...window, width: 19_200, height: 10_800 }],
    ['a thousand million pixels', { x: 0, y: 0, width: 1e9, height: 1e9 }],
    ['far away and endless', { x: 1e9, y: -1e9, width: 1e12, height: 1e12 }]
  ])('is never larger than the screen: %s', (_, huge) => {
    const { width, height } = placed(huge, [screen])
    expect([width! <= screen.width, height! <= screen.height]).toEqual([true, true])
  })
  it('has its usual size at first, or that of a smaller screen', () => {
    expect(placed(null, [{ x: 0, y: 0, width: 2560, height: 1440 }])).toEqual({ width: 1440, height: 900 })
    expect(placed(null, [{ x: 0, y: 24, width: 1366, height: 728 }])).toEqual({ width: 1366, height: 728 })
  })
})

describe('the first language that Redress speaks', () => {
  it.each([
    [['de-DE', 'el-GR'], 'el'],
    [['es-419'], 'es'],
    [['tl-PH'], 'fil'],
    [['fil'], 'fil'],
    [['et_EE.UTF-8'], 'et'],
    [['ja', 'zh'], 'en'],
    [[''], 'en'],
    [[], 'en']
  ])('of %j is %s', (preferred, spoken) => {
    expect(firstSpoken(preferred)).toBe(spoken)
  })
})
