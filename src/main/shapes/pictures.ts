import type { Picture } from '../../shared/brief/pictures'
import { fileName } from '../../shared/values/file-name'

/** Takes the charts of a brief, gives each as SVG and as PNG, numbered, by its name in an archive. */
export function picturesIn(pictures: readonly Picture[]): [name: string, content: string | Uint8Array][] {
  const width = String(pictures.length).length
  return pictures.flatMap(({ title, svg, png }, at): [string, string | Uint8Array][] => {
    const name = `${String(at + 1).padStart(Math.max(2, width), '0')} ${fileName(title.slice(0, 80))}`
    return [
      [`SVG/${name}.svg`, svg],
      [`PNG/${name}.png`, Buffer.from(png, 'base64')]
    ]
  })
}

/** The same in one archive. */
export async function picturesOf(pictures: readonly Picture[]): Promise<Uint8Array> {
  const { default: Zip } = await import('jszip')
  const zip = new Zip()
  for (const [name, content] of picturesIn(pictures)) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
