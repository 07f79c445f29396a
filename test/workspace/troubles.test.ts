import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { m } from '../../src/shared/messages/messages.js'
import { bundle } from '../support/bundle'
import { temporaryFolder } from './support'

// Whatever the system says no to, each thing that touches files tells it by a sentence of its own kind, with the way out, and
// leaves nothing half done. The system says no for real, through a library that stands before it.

type Sentence = (names: { file: string }) => string
const sentences: Record<string, [use: Sentence, write: Sentence]> = {
  EISDIR: [m.file_is_folder, m.file_is_folder],
  ENOTDIR: [m.file_path_broken, m.file_path_broken],
  EACCES: [m.file_denied, m.file_denied_out],
  EROFS: [m.file_medium, m.file_medium_out],
  ENAMETOOLONG: [m.file_name_too_long, m.file_name_too_long],
  EMFILE: [() => m.file_too_many_open(), () => m.file_too_many_open()],
  EBUSY: [m.file_in_use, m.file_in_use],
  ENOSPC: [() => m.error_disk_full(), m.file_disk_full_out],
  EDQUOT: [m.file_quota, m.file_quota],
  EIO: [m.file_device, m.file_device_out],
  ELOOP: [m.file_links_circle, m.file_links_circle],
  ENOENT: [m.error_no_file, m.file_no_folder],
  EFBIG: [m.file_too_large_disk, m.file_too_large_disk]
}

it('each kind has a sentence of its own', () => {
  for (const at of [0, 1]) {
    const all = Object.values(sentences).map((kinds) => kinds[at]!({ file: 'x' }))
    expect(new Set(all).size).toBe(all.length)
  }
})

const canRefuse = process.platform === 'linux' && spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status === 0

interface Told {
  what: string
  doing: 'use' | 'write'
  code: string
  name: string
  said: { code: string; message: string }
}

it.runIf(canRefuse)(
  'everything that touches files tells each trouble by its own sentence, and leaves nothing',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder()
    const library = join(folder, 'refuse.so')
    execFileSync('gcc', ['-O1', '-shared', '-fPIC', '-o', library, 'test/power/refuse.c', '-ldl'])
    const script = await bundle('test/workspace/trouble-child.ts', true, true)
    const printed = execFileSync(process.execPath, [script, folder, Object.keys(sentences).join()], {
      encoding: 'utf8',
      env: { ...process.env, LD_PRELOAD: library },
      stdio: ['ignore', 'pipe', 'ignore']
    })
    const lines = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Told | { end: true })
    const told = lines.filter((line): line is Told => !('end' in line))
    expect(told.length).toBe(18 * Object.keys(sentences).length)
    const wrong = told.filter(
      ({ doing, code, name, said }) => said.message !== sentences[code]![doing === 'use' ? 0 : 1]({ file: name })
    )
    expect(wrong.map(({ what, code, said }) => `${what}: ${code}: ${said.code} ${said.message}`)).toEqual([])
    expect(lines.at(-1)).toEqual({ end: true, parts: [], ok: true, out: [], about: 1 })
  }
)
