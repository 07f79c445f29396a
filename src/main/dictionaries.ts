import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { Language } from '../shared/values/languages'

/** A dictionary as Chromium knows it: its language, the name of the file that it looks for, and how many bytes that has. */
export interface Dictionary {
  language: string
  file: string
  bytes: number
}

const american: Dictionary = { language: 'en-US', file: 'en-US-10-1.bdic', bytes: 447_441 }
const british: Dictionary = { language: 'en-GB', file: 'en-GB-10-1.bdic', bytes: 447_645 }

/** What is shipped for each language; there is none for Filipino that could be (docs/decisions/spell-check.md). */
const shipped: Record<Language, readonly Dictionary[]> = {
  en: [],
  el: [{ language: 'el', file: 'el-GR-3-0.bdic', bytes: 8_982_756 }],
  es: [{ language: 'es', file: 'es-ES-3-0.bdic', bytes: 706_155 }],
  et: [{ language: 'et', file: 'et-EE-3-0.bdic', bytes: 2_458_600 }],
  fil: []
}

/** Takes the language of a workspace, gives the dictionaries to check with: its own, and English in either spelling. */
export const dictionariesOf = (language: Language): readonly Dictionary[] => [...shipped[language], american, british]

const unpacked = promisify(brotliDecompress)

/**
 * Puts dictionaries where Chromium looks before it would ask a network; what stands there whole is left. Takes the folder of
 * the shipped ones and that of the session. Throws when one cannot be written: it must not be asked for then.
 */
export async function layOut(dictionaries: readonly Dictionary[], from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const { file, bytes } of dictionaries) {
    const place = join(to, file)
    if ((await sizeOf(place)) === bytes) continue
    await writeFile(`${place}.part`, await unpacked(await readFile(join(from, `${file}.br`))))
    await rename(`${place}.part`, place)
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch {
    return null
  }
}
