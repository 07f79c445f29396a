import { withoutEnd, withoutEnds } from './ends'
import { beginning } from './truncate'

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(\.|$))/i
/** Controls, what turns the direction of text ("exe.fdp" that reads "pdf.exe"), and what has no width at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu
const longestName = 120
const longestEnding = 16

/**
 * Takes any words with or without an ending, gives a file name that every system accepts and that reads as what it is:
 * no controls, no marks that turn the direction of text, no device of Windows, no dots or blanks at its ends, not too
 * long, its ending kept. Without anything left it is "Redress".
 */
export function fileName(words: string): string {
  const clean = withoutEnds(
    words
      .normalize('NFC')
      .replaceAll(/[<>:"/\\|?*\n\r\t]/g, ' ')
      .replaceAll(unseen, '')
      .replaceAll(/\s+/g, ' '),
    /[\s.]/
  )
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 && clean.length - dot <= longestEnding ? clean.slice(dot) : ''
  const stem = withoutEnd(beginning(clean.slice(0, clean.length - ending.length), longestName - ending.length), /[\s.]/)
  const name = `${stem}${ending}`.replace(devices, '$1_') || 'Redress'
  return name.startsWith('.') ? `Redress${name}` : name
}
