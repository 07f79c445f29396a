import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Picture } from '../../shared/brief/pictures'
import type { BriefModel } from '../../shared/brief/types'
import type { Book } from '../../shared/brief/workbook/types'
import { fileName } from '../../shared/values/file-name'
import { shaped } from './shape'
import { picturesIn } from './pictures'
import { tablesIn } from './tables'

/** Where the parts of everything come from. */
export interface Whole {
  model: BriefModel
  /** Prints the brief into a file. */
  print(file: string): Promise<unknown>
  /** Null where its amounts are left out. */
  book: (() => Promise<Book>) | null
  pictures: Picture[]
  exhibits: { number: number; name: string; content(): Promise<Uint8Array> }[]
}

/** Gives a brief in every shape with its tables, its charts and its exhibits, numbered as it prints them, as one archive. Errors: those of its parts. */
export async function wholeOf({ model, print, book, pictures, exhibits }: Whole): Promise<Uint8Array> {
  const { default: Zip } = await import('jszip')
  const zip = new Zip()
  const folder = await mkdtemp(join(tmpdir(), 'redress-whole-'))
  try {
    const pdf = join(folder, 'brief.pdf')
    await print(pdf)
    zip.file(`${model.fileName}.pdf`, await readFile(pdf))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const none = () => Promise.reject(new Error('no workbook'))
  for (const as of ['docx', 'pptx', ...(book ? (['xlsx'] as const) : [])] as const)
    zip.file(`${model.fileName}.${as}`, await shaped(as, model, book ?? none))
  for (const [name, text] of tablesIn(model)) zip.file(`CSV/${name}`, text)
  for (const [name, content] of picturesIn(pictures)) zip.file(name, content)
  const width = String(exhibits.at(-1)?.number ?? 1).length
  for (const { number, name, content } of exhibits)
    zip.file(
      `${fileName(model.appendix.exhibits?.heading ?? '')}/${String(number).padStart(width, '0')} ${fileName(name)}`,
      await content()
    )
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
