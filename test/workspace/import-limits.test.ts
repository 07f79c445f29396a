import { execFileSync } from 'node:child_process'
import { closeSync, openSync, symlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mostCharacters, mostColumns } from '../../src/shared/imports/row-source'
import { bundle } from '../support/bundle'
import { fileOf, importFile, mappingOf, orderColumns } from './import-support'
import { freshWorkspace, temporaryFolder } from './support'

/** Writes a file of many times the same, without holding it. Gives its path. */
function fileOfMany(first: string, piece: string, bytes: number): string {
  const path = join(temporaryFolder(), 'many.csv')
  const block = Buffer.from(piece.repeat(Math.ceil(1_000_000 / piece.length)))
  const handle = openSync(path, 'w')
  writeSync(handle, first)
  for (let written = 0; written < bytes; written += block.length) writeSync(handle, block)
  closeSync(handle)
  return path
}

/** Reads a file in a process of its own as the workspace does; gives its rows and the most memory that it took, in MB. */
async function readApart(
  file: string
): Promise<{ rows: number; troubles: number; megabytes: number; ms: number; refused: string | null }> {
  const script = await bundle('test/workspace/limits-child.ts')
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }))
}

describe('limits', () => {
  it('memory stays flat over 75 MB of empty cells, over one row without an end, and over a mark that is never closed', async () => {
    const bare = await readApart(fileOf('a,b\n1,2\n'))
    expect(bare).toMatchObject({ rows: 2, refused: null })
    for (const [first, piece, bytes] of [
      ['a,b\n', '"",', 75_000_000],
      ['a,b\n', 'x', 75_000_000],
      ['a,b\n1,"', 'x ', 75_000_000],
      ['a,b\n1,"', 'x\n', 15_000_000]
    ] as const) {
      const read = await readApart(fileOfMany(first, piece, bytes))
      expect(read.megabytes - bare.megabytes, `${piece}: ${JSON.stringify(read)}`).toBeLessThan(300)
      expect(read.ms).toBeLessThan(60_000)
      expect(read.troubles > 0 || read.refused !== null).toBe(true)
    }
  }, 300_000)

  it('a row, a cell and a header that are too much are told in a sentence, and cost nothing else', async () => {
    const workspace = await freshWorkspace()
    const mapping = mappingOf({ ...orderColumns, note: 'note' })
    const long = 'x'.repeat(mostCharacters + 1)
    const file = fileOf(
      `id,customer,title,note\n1,A,T,${long}\n2,A,T,ok\n3,A,T${',x'.repeat(mostColumns + 10)}\n4,A,T,${'y'.repeat(2_100_000)}\n5,A,T,${' '.repeat(90_000)}\n`
    )
    const { counts, outcomes } = await importFile(workspace, file, mapping)
    expect(counts).toMatchObject({ create: 2, error: 3 })
    const said = outcomes.filter(({ outcome }) => outcome === 'error').map(({ reason }) => reason!)
    expect(said[0]).toMatch(/100,?000/)
    expect(said[1]).toMatch(/2,?000/)
    expect(said[2]).toMatch(/2,?000,?000/)
    await expect(
      workspace.call('imports.inspect', { file: fileOf(`${'a,'.repeat(mostColumns + 1)}b\n1\n`) })
    ).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/2,?000/) })
  })

  it('5 MB of blanks in one cell take no time', async () => {
    const workspace = await freshWorkspace()
    const began = performance.now()
    for (const blank of [' ', '\u00a0', '\t', '" "']) {
      const file = fileOf(`id,customer,title\n1,A,${blank.repeat(5_000_000 / blank.length)}\n2,A,T\n`)
      await importFile(workspace, file, { ...mappingOf(orderColumns), delimiter: ',' }, true)
    }
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('a wide file takes time in proportion to its cells, and is stopped at once', async () => {
    const workspace = await freshWorkspace()
    const headers = ['id', 'customer', 'title', ...Array.from({ length: mostColumns - 3 }, (_, at) => `c${at}`)]
    const row = `,A,T${',1'.repeat(mostColumns - 3)}\n`
    const rows = 2_000
    const file = fileOf(`${headers.join(',')}\n${Array.from({ length: rows }, (_, at) => `${at}${row}`).join('')}`)
    const began = performance.now()
    expect((await importFile(workspace, file, mappingOf(orderColumns), true)).counts).toMatchObject({ create: rows, error: 0 })
    // four million cells; the last figure was 86 s for forty million
    expect(performance.now() - began).toBeLessThan(30_000)

    const stop = new AbortController()
    let stopped = 0
    const running = workspace.call(
      'imports.run',
      { file, target: 'orders', mapping: mappingOf(orderColumns), dryRun: true },
      {
        signal: stop.signal,
        onProgress: () => {
          if (stopped) return
          stopped = performance.now()
          stop.abort()
        }
      }
    )
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(performance.now() - stopped).toBeLessThan(1_000)
  }, 120_000)

  it('what is no file is refused and not waited for', async () => {
    const workspace = await freshWorkspace()
    const pipe = join(temporaryFolder(), 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    const link = join(temporaryFolder(), 'zero.csv')
    symlinkSync('/dev/zero', link)
    const refused = { name: 'Refusal', code: 'invalid' }
    for (const file of [pipe, link, '/dev/zero', '/dev/null', temporaryFolder()]) {
      await expect(workspace.call('imports.inspect', { file })).rejects.toMatchObject(refused)
      await expect(importFile(workspace, file, mappingOf(orderColumns))).rejects.toMatchObject(refused)
    }
  })
})
