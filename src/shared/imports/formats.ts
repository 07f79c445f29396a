import { columnAt, guessColumns, importFields, isToldOtherwise } from './fields'
import { bareHeader, shorterNames } from './header-names'
import { presets } from './presets/all'
import type { Preset } from './presets/preset'
import { importTargets, type ColumnSource, type ImportTarget } from '../contract/imports'

/** The set of signs by which a preset knows a file, the largest; null when it does not. */
function signsIn(preset: Preset, names: ReadonlySet<string>): string[] | null {
  const fitting = preset.signs.filter((signs) => signs.every((sign) => names.has(nameOf(sign))))
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null
}

/** A header of signs alone, as "#" is, keeps them. */
const nameOf = (header: string): string => bareHeader(header) || header.trim()

function presetOf(headers: string[], target?: ImportTarget): Preset | undefined {
  const names = new Set(headers.map(nameOf))
  return presets
    .filter((preset) => !target || preset.target === target)
    .map((preset) => ({ preset, signs: signsIn(preset, names)?.length ?? 0 }))
    .filter(({ signs }) => signs > 0)
    .sort((a, b) => b.signs - a.signs)[0]?.preset
}

/** Takes a file's headers, gives the system whose export it is, by name; null where none is known. */
export const formatNamed = (headers: string[]): string | null => presetOf(headers)?.name ?? null

/** What the headers of a file tell of its rows, and by which known export; nothing when they do not tell. */
interface Told {
  target: ImportTarget | null
  format: string | null
}

/** Headers that say of what kind a row is, whatever else the file bears. */
const tellingKinds: readonly [ImportTarget, string][] = [
  [
    'interactions',
    'ticketid ticketnumber ticketno ticket caseid casenumber caseno case conversationid messageid commentid callid interactionid issuekey issueid requestid αριθμόςδελτίου númerodeticket iddelticket piletinumber pöördumisenumber'
  ],
  [
    'orders',
    'orderid ordernumber orderno ponumber lineitem sku αριθμόςπαραγγελίας númerodepedido pedido nºpedido tellimusenumber auftragsnummer bestellnummer'
  ],
  ['promises', 'promiseid promise commitment dueby promisedby promisedfor υπόσχεση promesa compromiso lubadus pangako'],
  ['customers', 'customerid accountid clientid companyid']
]

/** Headers that lean to a kind: they stand in lists of another one, too. */
const leaningKinds: readonly [ImportTarget, string][] = [
  [
    'interactions',
    'agent agentname assignee assigneename assignedto assignmentgroup mailbox inbox department departmentname channel channeltype initialchannel direction duration callduration calltype requester requestername ticketowner ticketstatus conversation conversationid ticketmaskid body labels preview extract contactperson addtime assignedtouser messagetype bodycontent chatid threadts'
  ],
  [
    'orders',
    'quantity qty sku price unitprice itemprice paymentmethod payment shippingmethod shippingaddress shiptoname billtoname shipname grandtotal subtotal ordertotal ordervalue orderstatus invoicenumber invoicedate orderreference salesordernumber purchasedate fee refunded amountrefunded material positionsnummer pos orderlinesproduct'
  ],
  ['voice', 'score rating stars nps npsscore surveytype sentiment']
]

/** Kinds that are told only where headers name them that stand in no other list. */
const byItself: readonly [ImportTarget, readonly string[][]][] = [
  [
    'contacts',
    [
      ['firstname', 'email'],
      ['fullname', 'email', 'jobtitle'],
      ['givenname', 'email1value'],
      ['contactid', 'email'],
      ['όνομα', 'επώνυμο'],
      ['nombre', 'apellidos'],
      ['eesnimi', 'perekonnanimi'],
      ['vorname', 'nachname']
    ]
  ],
  [
    'voice',
    [
      ['respondentid'],
      ['score', 'comment'],
      ['rating', 'comment'],
      ['rating', 'review'],
      ['stars', 'review'],
      ['reviewtext'],
      ['npsscore'],
      ['nps'],
      ['verbatim'],
      ['feedback'],
      ['responseid', 'comment'],
      ['surveyid'],
      ['tagasiside'],
      ['puna']
    ]
  ],
  [
    'incidents',
    [
      ['incidentid'],
      ['incidentnumber'],
      ['number', 'shortdescription'],
      ['rootcause'],
      ['severity', 'began'],
      ['severity', 'started'],
      ['severity', 'opened']
    ]
  ],
  ['evidence', [['evidenceid'], ['exhibit'], ['documentid', 'link'], ['document', 'link']]]
]

/** A kind that the headers speak for, with how much. */
export interface Ranked {
  target: ImportTarget
  weight: number
  /** The headers that speak for it. */
  by: string[]
}

/** Takes a file's headers, gives the kinds of record whose fields they name, the best first. */
export function rankedTargets(headers: string[]): Ranked[] {
  const names = new Set(headers.flatMap((header) => [bareHeader(header), ...shorterNames(header)]))
  const says = (list: readonly [ImportTarget, string][], target: ImportTarget) =>
    list.some(([kind, telling]) => kind === target && telling.split(' ').some((header) => names.has(header)))
  // an order and a ticket bear the names of people, too
  const numbered = says(tellingKinds, 'orders') || says(tellingKinds, 'interactions')
  const alone = byItself.flatMap(([target, sets]) =>
    target === 'contacts' && numbered ? [] : sets.some((set) => set.every((name) => names.has(name))) ? [target] : []
  )
  const asked = importTargets.filter((target) => alone.includes(target) || !byItself.some(([other]) => other === target))
  const found = asked.map((target) => ({
    target,
    columns: guessColumns(target, headers).filter(({ field, column }) => field !== 'externalId' && typeof column === 'number')
  }))
  const kinds = (at: number) => found.filter(({ columns }) => columns.some(({ column }) => column === at)).length
  return found
    .map(({ target, columns }) => {
      const missing = importFields(target).filter(
        ({ id, required, kind }) =>
          required &&
          kind !== 'customer' &&
          !columns.some(({ field }) => field === id) &&
          !isToldOtherwise(target, id, (other) => other !== 'externalId' && columns.some(({ field }) => field === other))
      )
      const weight = new Map(columns.map(({ column }) => [column!, 1 / kinds(column!)]))
      const told = says(tellingKinds, target)
      const leans = leaningKinds
        .filter(([kind]) => kind === target)
        .flatMap(([, telling]) => telling.split(' ').filter((header) => names.has(header)))
      const sum = [...weight.values()].reduce((all, each) => all + each, 0)
      const by = [...new Set(columns.flatMap(({ header }) => header ?? []))]
      const more =
        (alone.includes(target) ? 3 : told && target !== 'customers' ? 2 : told ? 0.5 : 0) + Math.min(leans.length, 4) * 0.5
      return { target, by, weight: (sum + more) / 2 ** missing.length }
    })
    .sort((a, b) => b.weight - a.weight)
}

/**
 * Takes a file's headers and the name of the sheet or list, gives what its rows probably are: by a known export, else by the kind of record whose fields
 * they name best. A header that fits several kinds counts less for each; a kind whose needed fields are missing, half.
 */
export function guessTarget(headers: string[], part = ''): Told {
  const format = presetOf(headers)
  if (format) return { target: format.target, format: format.name }
  const [first, second] = rankedTargets(headers) as [Ranked, Ranked]
  if (first.weight >= 1.25 && first.weight >= second.weight * 1.25) return { target: first.target, format: null }
  // a sheet or a list has a name of its own, which a person or a system gave it for what is in it
  const name = part.includes('/') ? bareHeader(part.slice(part.lastIndexOf('/') + 1)) : ''
  const called = tellingNames.find(([, names]) => names.split(' ').includes(name))?.[0] ?? null
  return { target: called, format: null }
}

const tellingNames: readonly [ImportTarget, string][] = [
  [
    'interactions',
    'ticket tickets case cases conversation conversations comment comments message messages call calls issues αιτήματα κλήσεις tickets casos llamadas mensajes pöördumised kõned tawag'
  ],
  ['orders', 'order orders παραγγελίες pedidos tellimused order'],
  [
    'customers',
    'customer customers account accounts company companies organization organizations organisations πελάτες clientes kliendid'
  ],
  ['promises', 'promise promises commitments υποσχέσεις promesas compromisos lubadused']
]

/**
 * Takes a file's headers and a target, gives the field each column probably holds: as in the known export, and by name
 * where that export says nothing of it.
 */
export function guessedColumns(target: ImportTarget, headers: string[]): ColumnSource[] {
  const preset = presetOf(headers, target)
  const named = guessColumns(target, headers)
  if (!preset) return named
  const names = headers.map(nameOf)
  const columns = Object.entries(preset.columns).flatMap(([field, known = []]): ColumnSource[] => {
    const places = [...new Set(known.map((name) => names.indexOf(nameOf(name))).filter((at) => at >= 0))]
    const taken = preset.firstOf?.includes(field) ? places : places.slice(0, 1)
    const words = preset.words?.[field]
    return taken.map((at) => ({
      ...columnAt(headers, field, at),
      ...(field === 'externalId' && preset.repeats ? { repeats: preset.repeats } : {}),
      ...(words ? { words } : {})
    }))
  })
  const filled = new Set([...columns.map(({ field }) => field), ...(preset.leaves ?? [])])
  const used = new Set(columns.map(({ column }) => column))
  const rest = named.filter(({ field, column }) => !filled.has(field) && !used.has(column))
  const fixed = Object.entries(preset.fixed ?? {}).flatMap(([field, value]) => (filled.has(field) ? [] : [{ field, fixed: value }]))
  return [...columns, ...rest.filter(({ field }) => !fixed.some((each) => each.field === field)), ...fixed]
}
