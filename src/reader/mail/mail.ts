/** A person as a mail names them. */
export interface Person {
  name: string
  address: string
}

/** The head of a mail: who, when, in which thread. */
export interface Head {
  /** Its own id; null where it has none. */
  id: string | null
  /** The mails it answers, the oldest first. */
  references: string[]
  /** ISO, UTC; null where it does not say. */
  at: string | null
  from: Person | null
  to: Person[]
  cc: Person[]
  subject: string
  /** Addresses of the mailbox that it was delivered to. */
  delivered: string[]
  /** Written by a machine: an absence, a receipt, a list. */
  automatic: boolean
  /** Why it is none of those that were exchanged: never sent, junk, deleted. */
  left: 'draft' | 'junk' | 'deleted' | null
}

export interface MailPart {
  name: string
  mediaType: string
  content: Uint8Array
  /** Shown in the text, as a logo is. */
  inline: boolean
}

export interface Mail extends Head {
  text: string
  parts: MailPart[]
}

/** One mail of a mailbox as it was sent; without its bytes where it is too large. */
export interface Raw {
  /** Null when it is larger than one mail may be. */
  bytes: Buffer | null
  /** The day and time in the line before it, as it is written there. */
  mark: string
  /** Why its mailbox counts it for none of those that were exchanged, where that stands beside the mail. */
  left?: Head['left']
}
