import { closeSync, openSync, writeSync } from 'node:fs'
import { measureReading } from './read'

const MAILS = 10_000

export const name = 'mbox'

/** A mailbox of 10,000 mails, each with an attachment of 12 KB, opened and looked at, against the library alone. */
export function run() {
  return measureReading(`a mailbox of ${MAILS} mails with attachments`, MAILS, 'mbox', (file) => {
    const out = openSync(file, 'w')
    for (let at = 0; at < MAILS; at++) {
      const mine = at % 3 === 2
      const [from, to] = mine
        ? ['help@ours.example', `p${at % 50}@firm${at % 40}.example`]
        : [`p${at % 50}@firm${at % 40}.example`, 'help@ours.example']
      const attachment = Buffer.alloc(12_000, `row ${at};`).toString('base64').replace(/.{76}/g, '$&\n')
      const lines = [
        `From ${from} Mon Sep 14 08:12:00 2026`,
        `From: Person ${at % 50} <${from}>`,
        `To: ${to}`,
        `Date: Mon, 14 Sep 2026 08:${String(at % 60).padStart(2, '0')}:00 +0200`,
        `Subject: =?utf-8?Q?Pump_=C3=A4_${at % 300}?=`,
        `Message-ID: <${at}@x.example>`,
        ...(mine ? [`References: <${at - 1}@x.example>`] : []),
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=border',
        '',
        '--border',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'The second pump arrived cracked.\nWe lost two days over it.\n\nOn Sunday, you wrote:\n> It will come.\n> Surely.',
        '--border',
        'Content-Type: text/csv; name=rows.csv',
        'Content-Disposition: attachment; filename=rows.csv',
        'Content-Transfer-Encoding: base64',
        '',
        attachment,
        '--border--',
        '',
        ''
      ]
      writeSync(out, lines.join('\n'))
    }
    closeSync(out)
  })
}
