import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import { slicesAhead, type FromReader, type ToReader } from '../../src/shared/imports/reader'
import { bundle } from '../support/bundle'
import { fileOf } from './import-support'
import { inspect, zip } from './reader-support'
import { freshWorkspace, temporaryFolder } from './support'

const refusal = (words: RegExp) => expect.objectContaining({ code: 'invalid', message: expect.stringMatching(words) })

describe('what is made to take room and time is refused in words', () => {
  const zeros = Buffer.alloc(80 * 1024 * 1024, 'a')
  it.each<[string, () => string, RegExp]>([
    ['an archive that unpacks to two hundred times its size', () => fileOf(zip({ 'a.csv': zeros }), 'bomb.zip'), /bomb\.zip/],
    [
      'one that says less than it holds',
      () => fileOf(zip({ 'a.csv': 'id,customer,title\n1,A,B\n'.repeat(1_000) }, { 'a.csv': 20 }), 'lies.zip'),
      /lies\.zip|a\.csv/
    ],
    [
      'more files than anybody sends',
      () => fileOf(zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.csv`, 'a']))), 'many.zip'),
      /10001/
    ],
    [
      'archives within archives within archives',
      () => fileOf(zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.zip': zip({ 'a.csv': 'a,b\n1,2\n' }) }) }) }), 'deep.zip'),
      /archive inside an archive/
    ],
    [
      'a list that never ends going deeper',
      () => fileOf(`[{"id":1,"subject":"s","a":${'['.repeat(5_000)}${']'.repeat(5_000)}}]`, 'deep.json'),
      /deep\.json/
    ]
  ])('%s', async (_, file, words) => {
    const workspace = await freshWorkspace()
    await expect(inspect(workspace, [file()])).rejects.toEqual(refusal(words))
    expect(await workspace.call('customers.list', {})).toEqual([])
  })

  it('names in an archive are names for people: none is a path', async () => {
    const workspace = await freshWorkspace()
    const rows = 'Order number,Customer,Item\n1,Quay,Pump\n'
    const archive = zip({ '../../../etc/a.csv': rows, 'C:\\temp\\b.csv': rows, '__MACOSX/._a.csv': 'x' })
    const { parts } = await inspect(workspace, [fileOf(archive, 'names.zip')])
    expect(parts.filter(({ joinedTo }) => joinedTo).map(({ name }) => name)).toEqual([
      'names.zip/etc/a.csv',
      'names.zip/C:/temp/b.csv'
    ])
  })
})

describe('a reader', () => {
  let script: string
  beforeAll(async () => {
    script = join(await bundle('test/workspace/limits-child.ts', false, true), '../../reader/reader.js')
  })
  const start = (heap: number) => {
    const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heap } })
    const heard: FromReader[] = []
    let wake = () => {}
    thread.on('message', (message: FromReader) => {
      heard.push(message)
      wake()
    })
    const until = async (is: (message: FromReader) => boolean) => {
      while (!heard.some(is)) await new Promise<void>((resolve) => (wake = resolve))
      return heard.find(is)!
    }
    return { thread, heard, until, say: (message: ToReader) => thread.postMessage(message) }
  }
  const open = (file: string): ToReader => ({ do: 'open', asked: { files: [file] }, language: 'en' })

  it('gives no more slices than somebody takes', async () => {
    const reader = start(200)
    reader.say(open(fileOf(`id,customer,title\n${'1,Quay,Pump\n'.repeat(5_000)}`)))
    await reader.until(({ is }) => is === 'opened')
    reader.say({ do: 'rows', id: 1, contents: false })
    await reader.until(({ is }) => is === 'rows')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(reader.heard.filter(({ is }) => is === 'rows')).toHaveLength(slicesAhead)
    reader.say({ do: 'more', id: 1 })
    await reader.until((message) => message.is === 'rows' && message.rows[0]!.row > slicesAhead * 250)
    await reader.thread.terminate()
  })

  it('that runs out of room ends by itself, and who asked goes on', async () => {
    const record = `{"id":1,"requester_id":2,"subject":"${'x'.repeat(200)}"},`
    const reader = start(16)
    const ended = new Promise((resolve) => reader.thread.on('error', resolve))
    const rows = Array.from({ length: 60_000 }, (_, at) => record.replace('"requester_id"', `"f${at % 1_900}_${'y'.repeat(400)}"`))
    reader.say(open(fileOf(`[${rows.join('').slice(0, -1)}]`, 'wide.json')))
    reader.say({ do: 'rows', id: 1, contents: false })
    const first = await Promise.race([ended, reader.until(({ is }) => is === 'refused')])
    expect(String((first as { code?: string; is?: string }).code ?? (first as FromReader).is)).toMatch(
      /ERR_WORKER_OUT_OF_MEMORY|refused/
    )
    await reader.thread.terminate()
  })

  it('a line of 200 MB and a mail of a million parts cost a row each', async () => {
    const folder = temporaryFolder()
    const long = join(folder, 'long.ndjson')
    const out = openSync(long, 'w')
    writeSync(out, '{"id":1,"subject":"a","created_at":"2026-09-14"}\n{"id":2,"subject":"')
    for (let at = 0; at < 200; at++) writeSync(out, 'x'.repeat(1024 * 1024))
    writeSync(out, '"}\n{"id":3,"subject":"c","created_at":"2026-09-14"}\n')
    closeSync(out)
    const parts = join(folder, 'parts.eml')
    const mail = openSync(parts, 'w')
    writeSync(
      mail,
      'From: a@quay.example\nTo: b@ours.example\nDate: Mon, 14 Sep 2026 08:12:00 +0200\nSubject: s\nContent-Type: multipart/mixed; boundary=z\n\n'
    )
    for (let at = 0; at < 100; at++) writeSync(mail, '--z\n\n\n'.repeat(10_000))
    closeSync(mail)
    for (const [file, rows] of [
      [long, 3],
      [parts, 1]
    ] as const) {
      const reader = start(200)
      const began = process.memoryUsage.rss()
      reader.say(open(file))
      await reader.until(({ is }) => is === 'opened')
      reader.say({ do: 'rows', id: 1, contents: false })
      await reader.until(({ is }) => is === 'end')
      const given = reader.heard.flatMap((message) => (message.is === 'rows' ? message.rows : []))
      expect(given).toHaveLength(rows)
      expect(given.filter(({ trouble }) => trouble)).toHaveLength(1)
      expect(process.memoryUsage.rss() - began).toBeLessThan(400 * 1024 * 1024)
      await reader.thread.terminate()
    }
  })
})
