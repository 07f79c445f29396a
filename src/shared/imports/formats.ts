import { bareHeader, columnAt, guessColumns, importFields } from './fields'
import { importTargets, type ColumnSource, type ImportTarget } from '../contract/imports'

/** An export as its system writes it. Headers in small letters without spaces or signs. */
interface Format {
  /** The system, as people call it. */
  name: string
  target: ImportTarget
  /** Headers that together are in no other export. */
  signs: string
  /** For each field its headers, the best first. */
  columns: Record<string, string>
}

/**
 * Formats as their makers document them or real exports show them. Where an export bears only numbers of its own for a
 * customer, none is named: a person says whose rows they are. Kinds of channel and the like are left to a person, too:
 * the words for them differ from one office to the next.
 */
const formats: readonly Format[] = [
  {
    name: 'Shopify',
    target: 'orders',
    signs: 'name financialstatus fulfillmentstatus lineitemname',
    columns: {
      // every line of an order bears its name, only the first one its id
      externalId: 'name',
      orderNumber: 'name',
      customer: 'billingname shippingname',
      customerAddress: 'email',
      title: 'lineitemname',
      orderedOn: 'createdat',
      shippedOn: 'fulfilledat',
      cancelledOn: 'cancelledat',
      quantity: 'lineitemquantity',
      value: 'total',
      currency: 'currency',
      note: 'notes'
    }
  },
  {
    name: 'WooCommerce',
    target: 'orders',
    signs: 'orderid orderdate ordertotal',
    columns: {
      externalId: 'orderid',
      orderNumber: 'ordernumber orderid',
      customer: 'billingcompany billingname customeruser',
      title: 'itemname lineitemname productname',
      orderedOn: 'orderdate',
      quantity: 'itemquantity quantity',
      value: 'ordertotal',
      currency: 'ordercurrency',
      note: 'customernote'
    }
  },
  {
    name: 'Salesforce',
    target: 'promises',
    signs: 'caseid startdate targetdate completiondate',
    columns: {
      externalId: 'id',
      words: 'milestonetypename milestonetypeid',
      madeAt: 'startdate',
      dueAt: 'targetdate',
      closedAt: 'completiondate'
    }
  },
  {
    name: 'Salesforce',
    target: 'interactions',
    signs: 'fromaddress toaddress textbody messagedate',
    columns: { externalId: 'id', subject: 'subject', at: 'messagedate', notes: 'textbody' }
  },
  {
    name: 'Salesforce',
    target: 'interactions',
    signs: 'parentid commentbody createddate',
    columns: { externalId: 'id', at: 'createddate', notes: 'commentbody' }
  },
  {
    name: 'Salesforce',
    target: 'interactions',
    signs: 'casenumber subject status createddate',
    columns: {
      externalId: 'id casenumber',
      customer: 'accountname suppliedcompany',
      subject: 'subject',
      at: 'createddate',
      notes: 'description'
    }
  },
  {
    name: 'Freshdesk',
    target: 'interactions',
    signs: 'ticketid subject createdtime resolvedtime',
    columns: {
      externalId: 'ticketid',
      customer: 'companyname fullname',
      subject: 'subject',
      at: 'createdtime',
      notes: 'description',
      repliedAt: 'initialresponsetime'
    }
  },
  {
    name: 'HubSpot',
    target: 'interactions',
    signs: 'ticketid ticketname createdate',
    columns: {
      externalId: 'ticketid',
      customer: 'associatedcompany companyname',
      subject: 'ticketname',
      at: 'createdate',
      notes: 'ticketdescription',
      repliedAt: 'firstagentemailresponsedate'
    }
  },
  {
    name: 'Zendesk',
    target: 'interactions',
    signs: 'ticketid commentdate comment ticketsubject',
    columns: { externalId: 'ticketid', subject: 'ticketsubject', at: 'commentdate', notes: 'comment' }
  },
  {
    name: 'Zendesk',
    target: 'interactions',
    signs: 'id requesterid subject createdat',
    columns: { externalId: 'id', subject: 'subject rawsubject', at: 'createdat', notes: 'description' }
  },
  {
    name: 'Zendesk',
    target: 'interactions',
    signs: 'id authorid body createdat auditid',
    columns: { externalId: 'id', at: 'createdat', notes: 'plainbody body' }
  },
  {
    name: 'Intercom',
    target: 'interactions',
    signs: 'conversationid messagebody messagecreatedat',
    columns: { externalId: 'messageid', at: 'messagecreatedat', notes: 'messagebody' }
  },
  {
    name: 'Jira',
    target: 'interactions',
    signs: 'summary issuekey issuetype created',
    columns: { externalId: 'issuekey', subject: 'summary', at: 'created', notes: 'description' }
  }
]

const formatOf = (headers: string[], target?: ImportTarget): Format | undefined => {
  const names = new Set(headers.map(bareHeader))
  return formats.find((format) => (!target || format.target === target) && format.signs.split(' ').every((sign) => names.has(sign)))
}

/** Takes a file's headers, gives the system whose export it is, by name; null where none is known. */
export const formatNamed = (headers: string[]): string | null => formatOf(headers)?.name ?? null

/** What the headers of a file tell of its rows, and by which known export; nothing when they do not tell. */
interface Told {
  target: ImportTarget | null
  format: string | null
}

/**
 * Takes a file's headers, gives what its rows probably are: by a known export, else by the kind of record whose fields
 * they name best. A header that fits several kinds counts less for each; a kind whose needed fields are missing, half.
 */
export function guessTarget(headers: string[]): Told {
  const format = formatOf(headers)
  if (format) return { target: format.target, format: format.name }
  const found = importTargets.map((target) => ({
    target,
    columns: guessColumns(target, headers).filter(({ field }) => field !== 'externalId')
  }))
  const kinds = (at: number) => found.filter(({ columns }) => columns.some(({ column }) => column === at)).length
  const ranked = found
    .map(({ target, columns }) => {
      const missing = importFields(target).filter(
        ({ id, required, kind }) => required && kind !== 'customer' && !columns.some(({ field }) => field === id)
      )
      const weight = columns.reduce((sum, { column }) => sum + 1 / kinds(column!), 0)
      return { target, weight: weight / 2 ** missing.length }
    })
    .sort((a, b) => b.weight - a.weight)
  const [first, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0]]
  return { target: first.weight >= 1.25 && first.weight >= second.weight * 1.25 ? first.target : null, format: null }
}

/** Takes a file's headers and a target, gives the field each column probably holds: as in the known export, else by name. */
export function guessedColumns(target: ImportTarget, headers: string[]): ColumnSource[] {
  const format = formatOf(headers, target)
  if (!format) return guessColumns(target, headers)
  const names = headers.map(bareHeader)
  return Object.entries(format.columns).flatMap(([field, known]) => {
    const column = known
      .split(' ')
      .map((name) => names.indexOf(name))
      .find((at) => at >= 0)
    return column === undefined ? [] : [columnAt(headers, field, column)]
  })
}
