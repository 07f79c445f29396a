import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Input, WorkspaceName } from '../../shared/contract/table'
import type { Workspace } from '../index'
import type { Due, Zone } from '../../shared/values/flavours'

/** One thing that is written into the sample, at its own time. */
export interface Entry {
  at: string
  write(workspace: Workspace): Promise<unknown>
}

/** Takes a name within the sample, gives the id it has in every build. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`redress sample ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type Fields<N extends WorkspaceName> = Omit<Input<N>, 'customerId' | 'id' | 'incidentId' | 'caseId' | 'optionId'>

/**
 * Collects the story of one customer. Times are written as the customer's clock showed them ("2026-10-26 07:40"); names
 * of records ("labels") tie them together and become their ids.
 */
export class StoryBuilder {
  readonly entries: Entry[] = []
  readonly customerId: string
  private count = 0
  private mails = new Set<string>()

  constructor(
    private slug: string,
    private zone: Zone,
    since: string,
    fields: Omit<Input<'customers.create'>, 'id'>
  ) {
    this.customerId = idOf(slug)
    this.add('customers.create', `${since} 08:00`, { ...fields, id: this.customerId, timeZone: zone })
  }

  /** The id of a record of this customer that was, or will be, given a name. */
  id(name: string): string {
    return idOf(`${this.slug}/${name}`)
  }

  /** Writes any change at a local time. */
  add<N extends WorkspaceName>(procedure: N, local: string, input: Input<N>): void {
    this.entries.push({ at: this.instant(local), write: (workspace) => workspace.call(procedure, input) })
  }

  contact(name: string, local: string, fields: Fields<'contacts.create'>): void {
    this.add('contacts.create', local, { ...fields, id: this.id(name), customerId: this.customerId })
  }

  /** A call, mail, meeting … `answered` is the local time of the answer to one that needs a reply. */
  spoke(
    local: string,
    channel: Input<'interactions.create'>['channel'],
    direction: 'in' | 'out' | 'internal',
    subject: string,
    notes: string,
    more: { contact?: string; name?: string; needsReply?: boolean; answered?: string; pinned?: boolean } = {}
  ): void {
    const { contact, name, answered, ...flags } = more
    this.add('interactions.create', local, {
      customerId: this.customerId,
      id: this.id(name ?? `spoke ${++this.count}`),
      channel,
      direction,
      subject,
      notes,
      at: this.instant(local),
      zone: this.zone,
      contactId: contact ? this.id(contact) : null,
      ...flags,
      ...(answered ? { needsReply: true, repliedAt: this.instant(answered) } : {})
    })
  }

  /** What the customer said, word for word, and our reading of it. */
  said(
    local: string,
    kind: Input<'voice.create'>['kind'],
    words: string,
    reading: string | null,
    more: { contact?: string; incident?: string; state?: 'open' | 'met' | 'declined'; answer?: string } = {}
  ): void {
    const { contact, incident, state, answer } = more
    this.add('voice.create', local, {
      customerId: this.customerId,
      id: this.id(`said ${++this.count}`),
      kind,
      words,
      reading,
      saidAt: this.instant(local),
      state,
      answer,
      contactId: contact ? this.id(contact) : null,
      incidentId: incident ? this.id(incident) : null
    })
  }

  /** A promise; `closed` is the local time at which it was kept unless `outcome` says otherwise. */
  promised(
    local: string,
    words: string,
    more: {
      name?: string
      due?: string
      closed?: string
      outcome?: 'kept' | 'broken' | 'withdrawn'
      note?: string
      maker?: string
      madeBy?: 'us' | 'customer'
      contact?: string
      order?: string
      incident?: string
    } = {}
  ): void {
    const { name = `promise ${++this.count}`, due, closed, outcome = 'kept', note, contact, order, incident, ...rest } = more
    const id = this.id(name)
    this.add('promises.create', local, {
      customerId: this.customerId,
      id,
      words,
      madeAt: this.instant(local),
      zone: this.zone,
      ...rest,
      dueAt: due === undefined ? null : due.includes(' ') ? this.instant(due) : due,
      contactId: contact ? this.id(contact) : null,
      orderId: order ? this.id(order) : null,
      incidentId: incident ? this.id(incident) : null
    })
    if (closed) this.add('promises.close', closed, { id, outcome, at: this.instant(closed), note })
  }

  /** Agrees a new date for a named promise. */
  moved(local: string, name: string, dueAt: Due, reason: string): void {
    this.add('promises.renegotiate', local, { id: this.id(name), dueAt, reason })
  }

  order(name: string, local: string, fields: Fields<'orders.create'>): void {
    this.add('orders.create', local, { ...fields, id: this.id(name), customerId: this.customerId })
  }

  gave(local: string, words: string, cost: number | null, currency: string, received: string | null): void {
    this.add('gestures.create', local, {
      customerId: this.customerId,
      id: this.id(`gave ${++this.count}`),
      givenOn: local.slice(0, 10),
      words,
      cost,
      currency,
      received
    })
  }

  incident(name: string, local: string, fields: Fields<'incidents.create'>, orders: string[] = []): void {
    this.add('incidents.create', local, { ...fields, id: this.id(name), customerId: this.customerId })
    for (const order of orders) this.add('incidents.tieOrder', local, { id: this.id(name), orderId: this.id(order), tied: true })
  }

  line(incident: string, name: string, local: string, fields: Fields<'lossLines.create'>): void {
    this.add('lossLines.create', local, { ...fields, id: this.id(name), incidentId: this.id(incident) })
    const { status, confirmedBy, confirmedOn, title } = fields
    if (status !== 'confirmed' || !confirmedBy || !confirmedOn) return
    const mail = `confirmed ${incident} ${confirmedBy} ${confirmedOn}`
    const at = `${confirmedOn} 17:30`
    if (!this.mails.has(mail))
      this.spoke(at, 'mail', 'in', 'Amounts confirmed', `${confirmedBy} confirms the amounts in writing: ${title}.`, { name: mail })
    this.mails.add(mail)
    const later = at < local ? local : `${confirmedOn} 17:35`
    this.add('lossLines.change', later, {
      id: this.id(name),
      patch: { proofEntity: 'interaction', proofId: this.id(mail) }
    })
  }

  evidence(
    name: string,
    local: string,
    fields: Fields<'evidence.create'>,
    ties: ['incident' | 'lossLine' | 'order' | 'promise' | 'fact', string][]
  ): void {
    this.add('evidence.create', local, { ...fields, id: this.id(name), customerId: this.customerId })
    for (const [entity, of] of ties)
      this.add('evidence.tie', local, { evidenceId: this.id(name), entity, id: this.id(of), tied: true })
  }

  private instant(local: string): string {
    return Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(this.zone).toInstant().toString()
  }
}
