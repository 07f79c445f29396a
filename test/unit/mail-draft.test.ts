// The mail file that an answer is saved as is read back by the reader that brings mails in.
import { expect, it } from 'vitest'
import PostalMime from 'postal-mime'
import { mailAddress, mailFile } from '../../src/main/mail'

const mail = {
  to: 'ingrid@halden.example',
  subject: 'Απ: Ο καταψύκτης – 冷凍庫 🧊 '.repeat(4).trim(),
  body: 'Αγαπητή Ingrid,\n\nIt comes on Tuesday.\n.\nFrom here on it is cold.',
  answers: '<1@halden.example>'
}
const at = new Date('2026-11-30T12:00:00Z')

it('says the same when it is read, joins its thread and is a draft', async () => {
  const text = mailFile(mail, at)
  const read = await PostalMime.parse(text)
  expect(read.subject).toBe(mail.subject)
  expect(read.text!.replaceAll('\r\n', '\n').trim()).toBe(mail.body)
  expect(read.to).toMatchObject([{ address: mail.to }])
  expect(read.inReplyTo).toBe('<1@halden.example>')
  expect(text).toMatch(/^X-Unsent: 1\r\n/)
  expect(text.split('\r\n').every((line) => line.length <= 78)).toBe(true)
})

it('a line break in a subject or an address begins no other head', async () => {
  const text = mailFile({ ...mail, subject: 'Hello\r\nBcc: all@example.org', to: 'a@b.example\nCc: c@d.example' }, at)
  expect((await PostalMime.parse(text)).bcc ?? []).toEqual([])
  expect(text).not.toMatch(/^(?:Bcc|Cc):/m)
})

it('the address of a mail holds its words, and one that is too long is refused', () => {
  const url = new URL(mailAddress(mail))
  expect(url.protocol).toBe('mailto:')
  expect(url.pathname).toBe(mail.to)
  expect(url.searchParams.get('subject')).toBe(mail.subject)
  expect(url.searchParams.get('body')).toBe(mail.body.replaceAll('\n', '\r\n'))
  expect(new URL(mailAddress({ ...mail, to: null })).pathname).toBe('')
  expect(() => mailAddress({ ...mail, body: 'x'.repeat(2_000) })).toThrow(expect.objectContaining({ code: 'conflict' }))
})
