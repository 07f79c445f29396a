// What people keep in spreadsheets, in other languages.
import { csv, type DayOneExport } from './export'
import { workbook } from '../../workspace/reader-support'

/** Greek letters of Windows-1253, which stand there as in ISO 8859-7. */
function inGreek(text: string): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0)!
      if (code < 0x80) return code
      if (code === 0x386) return 0xa2
      if (code >= 0x384 && code <= 0x3ce) return code - 0x2d0
      throw new Error(sign)
    })
  )
}
const greekHeaders = ['Ημερομηνία', 'Ώρα', 'Πελάτης', 'Κατεύθυνση', 'Θέμα', 'Σημειώσεις']
const greek: DayOneExport = {
  name: 'Excel in Greek, a list of calls (CSV in Windows-1253, π.μ. and μ.μ.)',
  target: 'interactions',
  june: {
    'Κλήσεις Ιουνίου.csv': inGreek(
      csv(
        greekHeaders,
        [
          ['14/06/2026', '8:12 πμ', 'Αφοί Νικολάου', 'Εισερχόμενη', 'Βλάβη αντλίας', 'Ράγισε ξανά'],
          ['16/06/2026', '5:40 μμ', 'Γάλα Θράκης ΑΕ', 'Εξερχόμενη', 'Απάντηση', 'Έρχεται την Παρασκευή']
        ],
        { delimiter: ';' }
      )
    )
  },
  july: {
    'Κλήσεις Ιουλίου.csv': inGreek(
      csv(
        greekHeaders,
        [
          ['16/06/2026', '5:40 μμ', 'Γάλα Θράκης ΑΕ', 'Εξερχόμενη', 'Απάντηση', 'Έρχεται την Παρασκευή'],
          ['21/07/2026', '9:00 πμ', 'Αφοί Νικολάου', 'Εισερχόμενη', 'Τίποτα', 'Δεν ήρθε']
        ],
        { delimiter: ';' }
      )
    )
  },
  records: 2,
  more: 1,
  customers: ['Αφοί Νικολάου', 'Γάλα Θράκης ΑΕ'],
  sides: { in: 1, out: 1 }
}

const estonianHeaders = ['Tellimuse number', 'Klient', 'Kaup', 'Tellitud', 'Lubatud', 'Kogus', 'Summa', 'Olek']
const day = (text: string) => ({ t: 'n' as const, v: Date.parse(`${text}T00:00Z`) / 86_400_000 + 25_569, z: 'dd.mm.yyyy' })
const estonianSheet = (rows: (string | number | object | null)[][]) =>
  workbook(
    {
      Kokkuvõte: [['Vaata järgmist lehte']],
      Tellimused: [
        ['Tellimused', null, 'Juuni 2026'],
        [],
        estonianHeaders,
        ...rows,
        ['Kokku', null, null, null, null, 3, 215]
      ] as never
    },
    'ods'
  )
const estonian: DayOneExport = {
  name: 'LibreOffice in Estonian, a list of orders (ods, a title above and a sum below)',
  target: 'orders',
  june: {
    'tellimused.ods': estonianSheet([
      ['T-001', 'Saku Piim OÜ', 'Tihend', day('2026-06-01'), day('2026-06-05'), 2, 120, 'Töös'],
      ['T-002', 'Õnne Farm', 'Pump', day('2026-06-02'), day('2026-06-09'), 1, 95, 'Tarnitud']
    ])
  },
  july: {
    'tellimused.ods': estonianSheet([
      ['T-001', 'Saku Piim OÜ', 'Tihend', day('2026-06-01'), day('2026-06-05'), 2, 120, 'Tarnitud'],
      ['T-003', 'Õnne Farm', 'Uks', day('2026-07-02'), day('2026-07-09'), 1, 95, 'Uus']
    ])
  },
  records: 2,
  more: 1,
  told: 1,
  customers: ['Saku Piim OÜ', 'Õnne Farm']
}

export const lists: DayOneExport[] = [greek, estonian]
