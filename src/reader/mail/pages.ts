/** Where mail programs that write pages begin what they quote. */
const starts = [
  '<div class="gmail_quote',
  "<div class='gmail_quote",
  '<div class="gmail_extra',
  '<blockquote type="cite"',
  '<div id="appendonsend"',
  '<div id="divrplyfwdmsg"',
  '<div id="x_divrplyfwdmsg"',
  '<hr id="stopspelling"',
  '<div class="moz-cite-prefix"',
  '<div id="mail-editor-reference-message-container"',
  '<div class="yahoo_quoted"'
]

/** Takes a mail that is a page, gives the page up to what it quotes; all of it where nothing stands before. */
export function withoutQuotedPages(html: string): string {
  const small = html.toLowerCase()
  const ends = starts.map((start) => small.indexOf(start)).filter((at) => at > 0)
  if (ends.length === 0) return html
  const before = html.slice(0, Math.min(...ends))
  return /[\p{L}\p{N}]/u.test(before.replace(/<[^<>]{0,2000}>/g, '')) ? before : html
}
