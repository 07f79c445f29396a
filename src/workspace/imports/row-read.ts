import type { Attachment } from '../../shared/imports/row-source'
import type { OwnAddresses } from '../../shared/imports/own'
import type { Odd } from '../../shared/contract/imports'
import type { Zone } from '../../shared/values/flavours'

/** Columns of a record with what a row says of them. */
export type Values = Record<string, string | number | null>

/** What a row says: the values of the mapped fields, and what names it. */
export interface Said {
  row: number
  title: string
  values: Values
  /** The customer's name, or null when the rows are customers themselves. */
  customer: string | null
  /** The customer's mail address, where a column bears it. */
  address: string | null
  /** Whether the customer's name is that of a person. */
  personal: boolean
  /** The person there, by name: the address is theirs. */
  contact: string | null
  /** The number at the source of what it answers. */
  answers: string | null
  /** What came with it. */
  attachments: Attachment[]
  zone: Zone
  currency: string
  externalId: string
  /** Whether the origin gave that number; else it is made of what the row says. */
  numbered: boolean
  fingerprint: string
  /** The cells that no field takes, with their headers. */
  other: [string, string][]
  odd: Odd[]
}
export type RowRead =
  | Said
  | { row: number; title: string; field: string | null; reason: string; troubles: Odd[]; odd?: Odd[] }
  | { row: number; title: string; left: string }
  | 'empty'

export interface Defaults {
  zone: Zone
  currency: string
  replyHours: number
  /** Our own addresses; null where nobody has said them. */
  own: OwnAddresses | null
}
