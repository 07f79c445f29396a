import { describe, expect, it } from 'vitest'
import { wordsOfRtf } from '../../src/reader/mail/rtf'
import { unpackedRtf } from '../../src/reader/mail/rtf-packed'
import { msg, packedRtf, type Message, type Properties } from '../support/msg'
import { fileOf } from './import-support'
import { inspect, take } from './reader-support'
import { freshWorkspace, wordsOfFiles } from './support'

const own = ['ours.example']
const head: Properties = {
  '001A001F': 'IPM.Note',
  '0037001F': 'Pump cracked',
  '0C1A001F': 'Mira Kanto',
  '0C1E001F': 'SMTP',
  '0C1F001F': 'mira@quay.example',
  '5D01001F': 'mira@quay.example',
  '0E060040': new Date('2026-06-14T06:12:00Z'),
  '00390040': new Date('2026-06-14T06:12:00Z')
}
const recipients: Properties[] = [
  { '0C150003': 1, '3001001F': 'Help', '3002001F': 'SMTP', '3003001F': 'help@ours.example', '39FE001F': 'help@ours.example' }
]
const letter = (properties: Properties, attachments: Message['attachments'] = []): Message => ({
  properties: { ...head, ...properties },
  recipients,
  attachments
})

async function taken(message: Message) {
  const workspace = await freshWorkspace()
  const { counts } = await take(workspace, [fileOf(msg(message), 'mail.msg')], { own })
  expect(counts).toMatchObject({ create: 1, error: 0 })
  const [customer] = await workspace.call('customers.list', {})
  const { events } = await workspace.call('timeline.list', { customerId: customer!.id, kinds: ['interaction'], whole: true })
  const evidence = await workspace.call('evidence.list', { customerId: customer!.id })
  return { customer: customer!, event: events[0]!, evidence, words: wordsOfFiles(workspace).sort() }
}

describe('a message that Outlook saved', () => {
  it('comes with its side, its person, its time and its attachments, a message within it too', async () => {
    const inner: Message = { properties: { ...head, '0037001F': 'Inner', '1000001F': 'Inner words' } }
    const { customer, event, words } = await taken(
      letter({ '1000001F': 'Ράγισε ξανά – it cracked.' }, [
        { '37050003': 1, '3707001F': 'Προσφορά.txt', '370E001F': 'text/plain', '37010102': Buffer.from('Two pumps') },
        { properties: { '3001001F': 'Inner' }, message: inner }
      ])
    )
    expect(customer).toMatchObject({ name: 'quay.example' })
    expect(event).toMatchObject({
      title: 'Pump cracked',
      detail: 'Ράγισε ξανά – it cracked.',
      direction: 'in',
      contact: 'Mira Kanto',
      at: '2026-06-14T06:12:00Z'
    })
    expect(words).toEqual([
      ['Inner.msg', 'Mira Kanto\nInner\nInner words'],
      ['mail.msg', null],
      ['Προσφορά.txt', 'Two pumps']
    ])
  })

  it('of a code page is read by it, as text and as a page', async () => {
    const greek = await taken(letter({ '1000001E': 'Ράγισε', '3FFD0003': 1253, '3FDE0003': 1253 }))
    expect(greek.event.detail).toBe('Ράγισε')
    const page = Buffer.from([...Buffer.from('<p>'), 0xd1, 0xdc, 0xe3, 0xe9, 0xf3, 0xe5, ...Buffer.from('</p>')])
    expect((await taken(letter({ '10130102': page, '3FDE0003': 1253 }))).event.detail).toBe('Ράγισε')
  })

  it('that keeps its words as RTF alone has words', async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1253\\deff0{\\fonttbl{\\f0 Arial;}}\\pard \\'d1\\'dc\\'e3\\'e9\\'f3\\'e5\\par It \\b cracked\\b0\\u8211?again.\\par}"
    expect((await taken(letter({ '10090102': packedRtf(rtf) }))).event.detail).toBe('Ράγισε\nIt cracked–again.')
    const page =
      '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 It broke.{\\*\\htmltag72 </p>}\\htmlrtf \\par}\\htmlrtf0 {\\*\\htmltag64 <p>}Twice.{\\*\\htmltag72 </p>}}'
    expect((await taken(letter({ '10090102': packedRtf(page) }))).event.detail).toBe('It broke.\n\nTwice.')
  })

  it('that is cut is told and costs nothing else', async () => {
    const workspace = await freshWorkspace()
    const whole = msg(letter({ '1000001F': 'It broke.' }))
    const cut = fileOf(whole.subarray(0, whole.length - 600), 'cut.msg')
    const found = await inspect(workspace, [cut], { own }).then(
      () => take(workspace, [cut], { own }),
      (error: { code: string }) => error
    )
    expect('code' in found ? found.code : found.counts.create + found.counts.error).toEqual('code' in found ? 'invalid' : 1)
    expect(await workspace.call('workspace.info', {})).toMatchObject({ name: 'Test' })
  })
})

describe('RTF', () => {
  it('is unpacked as its specification says', () => {
    // [MS-OXRTFCP] 3.1.1 and 3.1.2
    const simple = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'
    expect(unpackedRtf(Buffer.from(simple, 'hex'))).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
    const repeats = '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0'
    expect(unpackedRtf(Buffer.from(repeats, 'hex'))).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}')
    expect(unpackedRtf(Buffer.from('short'))).toBe('')
  })

  it('of many groups or a broken end takes no time', () => {
    const began = performance.now()
    for (const text of [
      '{'.repeat(200_000),
      '\\'.repeat(200_000),
      "\\'".repeat(100_000),
      '{\\*\\htmltag'.repeat(50_000),
      '\\u'.repeat(100_000)
    ])
      wordsOfRtf(`{\\rtf1\\ansi ${text}`)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
