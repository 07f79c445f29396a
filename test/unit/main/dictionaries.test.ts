import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dictionariesOf, layOut } from '../../../src/main/dictionaries'
import { languages } from '../../../src/shared/values/languages'

const shipped = 'resources/dictionaries'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-dictionaries-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('every dictionary that is shipped is known, with its size, and the other way round', () => {
  const known = new Map(languages.flatMap((language) => dictionariesOf(language)).map(({ file, bytes }) => [`${file}.br`, bytes]))
  const there = readdirSync(shipped).filter((name) => name.endsWith('.br'))
  expect(new Map(there.map((name) => [name, brotliDecompressSync(readFileSync(join(shipped, name))).length]))).toEqual(known)
})

it('what is whole is left, what is cut short or missing is laid out anew', async () => {
  const [spanish, american] = dictionariesOf('es')
  await layOut([spanish!], shipped, folder)
  const place = join(folder, spanish!.file)
  const whole = readFileSync(place)
  const { mtimeMs } = statSync(place)
  await layOut([spanish!, american!], shipped, folder)
  expect(statSync(place).mtimeMs).toBe(mtimeMs)
  writeFileSync(place, whole.subarray(0, 1000))
  await layOut([spanish!], shipped, folder)
  expect(readFileSync(place).equals(whole)).toBe(true)
  expect(readdirSync(folder).toSorted()).toEqual([american!.file, spanish!.file].toSorted())
})

it('a folder that cannot be written is an error: the dictionary must not be asked for then', async () => {
  writeFileSync(join(folder, 'in-the-way'), '')
  await expect(layOut(dictionariesOf('en'), shipped, join(folder, 'in-the-way'))).rejects.toThrow(/ENOTDIR|EEXIST/)
})
