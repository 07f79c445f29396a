import { bytesOfFile } from '../bytes'
import { mostPaper, textOfPart } from './part-text'

/** Takes a file that somebody keeps as evidence, gives the first words in it, as of what came with a mail. Errors: not-found; invalid. */
export async function wordsOfFile(file: string): Promise<string> {
  const bytes = await bytesOfFile(file)
  return bytes.size > mostPaper ? '' : textOfPart('', bytes.name, await bytes.all())
}
