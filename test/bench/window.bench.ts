import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { launchRedress } from '../e2e/support/app'

const ROWS = 100_000
/** A picture of the screen, in milliseconds: whoever waits longer sees it. */
const FRAME = 16

export const name = 'window'

/**
 * How long the window's own thread is away while a workbook of 100,000 orders is looked at, checked with its progress shown,
 * stopped, and checked again, against one picture of the screen. While work goes on, all pauses but one in a thousand count:
 * what the system does between two turns is not ours, and an idle window has such pauses, too. The longest draw is that of the
 * form or of the list of rows, which are put on the page at once.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const redress = await launchRedress(join(folder, 'user'), { workspace: join(folder, 'w.redress'), create: true })
  try {
    const { page } = redress
    const file = join(folder, 'orders.xlsx')
    writeFileSync(file, orders())
    await redress.dialogs({ choose: file })
    await page.evaluate(() => (location.hash = '#/import'))
    await page.getByRole('button', { name: 'Choose a file…' }).waitFor()
    await page.waitForTimeout(1_000)
    const read = await pausesWhile(page, async () => {
      await page.getByRole('button', { name: 'Choose a file…' }).click()
      await page.getByRole('button', { name: 'Check the rows' }).waitFor({ timeout: 120_000 })
    })
    const stopped = await pausesWhile(page, async () => {
      await page.getByRole('button', { name: 'Check the rows' }).click()
      await page.getByRole('progressbar').waitFor()
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Check the rows' }).waitFor()
    })
    const checked = await pausesWhile(page, async () => {
      await page.getByRole('button', { name: 'Check the rows' }).click()
      await page.getByRole('button', { name: /^Import 100,?000 rows/ }).waitFor({ timeout: 120_000 })
    })
    const row = (what: string, ours: number) => ({ name: what, ours, baseline: FRAME, ratio: ours / FRAME, goal: 1, unit: 'ms' })
    return [
      row('pauses of the window while a workbook is looked at', longest(read)),
      row('pauses while its rows are checked', longest(checked)),
      row('the longest draw: the form, the first rows', Math.max(...read.slice(-20), ...stopped, ...checked.slice(-20)))
    ]
  } finally {
    await redress.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const longest = (pauses: number[]): number => pauses.toSorted((a, b) => b - a)[Math.floor(pauses.length / 1_000)]!

/** The times between two turns of the page's thread, in milliseconds, while something is done. */
async function pausesWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const watch = { pauses: [] as number[], on: true }
    Object.assign(window, { watch })
    const { port1, port2 } = new MessageChannel()
    let last = performance.now()
    port1.onmessage = () => {
      const now = performance.now()
      watch.pauses.push(now - last)
      last = now
      // a turn each millisecond or so: the thread is not kept busy by being watched
      if (watch.on) setTimeout(() => port2.postMessage(0), 1)
    }
    port2.postMessage(0)
  })
  await work()
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: { pauses: number[]; on: boolean } }
    watch.on = false
    return watch.pauses
  })
}

function orders(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, at) => [
    `${at}`.padStart(8, '0'),
    `Customer ${at % 200}`,
    `Part ${at % 977}, batch ${at}`,
    at % 7 ? 'Open' : 'Delivered',
    1 + (at % 9)
  ])
  const book = utils.book_new()
  const header = ['Order number', 'Customer', 'Item', 'Status', 'Qty']
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, ...rows], { dense: true }), 'Orders')
  return write(book, { type: 'buffer', compression: true }) as Buffer
}
