import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../src/shared/imports/html'

describe('notes that are written as a web page', () => {
  it.each([
    [
      '<div style="font-family:arial"><p>Hello,</p><p>the <b>second</b> pump arrived cracked &amp; wet.<br>We lost 2&nbsp;days.</p></div>',
      'Hello,\n\nthe second pump arrived cracked & wet.\nWe lost 2 days.'
    ],
    ['<ul><li>one<li>two</ul>', '• one\n• two'],
    ['see <a href="https://x.example/1?a=1&amp;b=2">the report</a>', 'see the report (https://x.example/1?a=1&b=2)'],
    [
      '<a href="https://x.example">https://x.example</a> <a href=\'mailto:a@b.example\'>a@b.example</a>',
      'https://x.example a@b.example'
    ],
    ['<a href="javascript:alert(1)">press</a>', 'press'],
    ['<style>p { color: red }</style><script>if (a < b) {}</script><p>words</p><!-- <p>no</p> -->', 'words'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a  b\nc'],
    ['<p title="a > b">caf&eacute; &#8364;5 &#x2014; &Ntilde;and&uacute;</p>', 'café €5 — Ñandú'],
    ['<P>one</P>\r\n   <P>two\r\nlines</P>', 'one\n\ntwo lines'],
    ['Harrow &amp; Sons', 'Harrow & Sons']
  ])('%s', (html, text) => expect(htmlToText(html)).toBe(text))

  it.each(['a < b and c > d', 'pressure <5 bar>', '<mira@north.example> wrote', 'R&D; and so on', 'a & b', 'x <y', '<a'])(
    'is not what says "%s"',
    (text) => expect(htmlToText(text)).toBe(text)
  )

  it('takes no longer for what is made to take long', () => {
    const began = performance.now()
    for (const piece of ['<', '<a ', '<a "', '&', '&amp', '<p>', '</p>', '<!--', '<b x="', ' ', '\n', '<a href="', '<br>', '>']) {
      const long = piece.repeat(40_000 / piece.length)
      for (const text of [long, `<p>${long}`, `<p>${long}>`, `<p>${long}</p>`]) htmlToText(text)
    }
    expect(performance.now() - began).toBeLessThan(4_000)
  })
})
