import { describe, expect, it } from 'vitest'
import { guessedColumns, guessTarget } from '../../src/shared/imports/formats'
import { importFields } from '../../src/shared/imports/fields'
import { presets } from '../../src/shared/imports/presets/all'
import { presetHeaders, type PresetHeader } from '../support/preset-headers'

const exports: PresetHeader[] = [
  [
    'Zendesk',
    'interactions',
    'Id,Requester,Requester email,Organization,Subject,Created at,Via,Status',
    { externalId: 'Id', customer: 'Organization', at: 'Created at', subject: 'Subject' }
  ],
  [
    'Zendesk',
    'interactions',
    'Id.;Solicitante;Organización;Asunto;Creado;Estado',
    { externalId: 'Id.', customer: 'Organización', at: 'Creado', subject: 'Asunto' }
  ],
  ['Zendesk', 'interactions', 'ID;Anfragender;Organisation;Betreff;Erstellt am', { customer: 'Organisation', at: 'Erstellt am' }],
  [
    'Salesforce',
    'interactions',
    'Case Number,Account Name,Subject,Status,Created Date,Description',
    { customer: 'Account Name', at: 'Created Date', notes: 'Description' }
  ],
  [
    'Salesforce',
    'interactions',
    'Número del caso,Nombre de la cuenta,Asunto,Estado,Fecha de creación',
    { externalId: 'Número del caso', customer: 'Nombre de la cuenta' }
  ],
  [
    'Salesforce',
    'interactions',
    'Kundenvorgangsnummer;Accountname;Betreff;Status;Erstelldatum',
    { customer: 'Accountname', at: 'Erstelldatum' }
  ],
  [
    'HubSpot',
    'interactions',
    'Ticket ID,Ticket name,Create date,Associated Company,Ticket description',
    { externalId: 'Ticket ID', customer: 'Associated Company' }
  ],
  [
    'HubSpot',
    'interactions',
    'Ticket-ID,Ticketname,Erstellungsdatum,Zugeordnetes Unternehmen',
    { customer: 'Zugeordnetes Unternehmen', at: 'Erstellungsdatum' }
  ],
  ['HubSpot', 'customers', 'Datensatz-ID,Unternehmensname,Zuständiger Mitarbeiter', { name: 'Unternehmensname' }],
  [
    'Freshdesk',
    'interactions',
    'Ticket ID,Subject,Description,Status,Source,Created time,Resolved time,Company Name,Full name,Email',
    { customer: 'Company Name', at: 'Created time' }
  ],
  [
    'Freshdesk',
    'interactions',
    'Ticket-ID,Betreff,Status,Erstellungszeit,Lösungszeit,Firmenname',
    { customer: 'Firmenname', at: 'Erstellungszeit' }
  ],
  [
    'Intercom',
    'interactions',
    'message_id,message_body,message_type,message_created_at,message_author_type,conversation_id,user_name',
    { externalId: 'message_id', at: 'message_created_at', direction: 'message_author_type' }
  ],
  [
    'Intercom',
    'interactions',
    'Intercom record,Parent ID,Date,Customer,Person,Contact name,Contact email,Author,Direction,Channel,Subject,Text',
    { customer: 'Customer', contact: 'Contact name', notes: 'Text' }
  ],
  [
    'Jira',
    'interactions',
    'Summary,Issue key,Issue id,Issue Type,Status,Reporter,Created,Comment,Comment,Custom field (Organizations)',
    { externalId: 'Issue key', subject: 'Summary', at: 'Created' }
  ],
  [
    'Jira',
    'interactions',
    'Zusammenfassung,Vorgangsschlüssel,Vorgangstyp,Status,Erstellt',
    { externalId: 'Vorgangsschlüssel', at: 'Erstellt' }
  ],
  [
    'Zammad',
    'interactions',
    '#,Title,State,Group,Owner,Organization,Create Channel,Created at,Article Count',
    { externalId: '#', customer: 'Organization', at: 'Created at' }
  ],
  [
    'Zammad',
    'interactions',
    '#;Titel;Status;Gruppe;Organisation;Erstellungskanal;Erstellt am',
    { customer: 'Organisation', at: 'Erstellt am' }
  ],
  [
    'osTicket',
    'interactions',
    'Ticket Number,Date Created,Subject,From,From Email,Help Topic',
    { externalId: 'Ticket Number', at: 'Date Created' }
  ],
  [
    'osTicket',
    'interactions',
    'Número del ticket,Fecha de creación,Asunto,De,Correo electrónico de origen',
    { externalId: 'Número del ticket', subject: 'Asunto' }
  ],
  [
    'GitHub',
    'interactions',
    'author.login,author.name,body,createdAt,labels,number,state,title,url',
    { customer: 'author.name', at: 'createdAt', notes: 'body', externalId: 'url' }
  ],
  [
    'GitHub',
    'interactions',
    'url,html_url,number,title,user.login,state,created_at,updated_at,closed_at,body',
    { customer: 'user.login', at: 'created_at' }
  ],
  [
    'GitLab',
    'interactions',
    'Title,Description,Issue ID,URL,State,Author,Author Username,Assignee,Due Date,Created At (UTC),Labels',
    { customer: 'Author', at: 'Created At (UTC)' }
  ],
  [
    'Shopify',
    'orders',
    'Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Billing Name,Billing Company',
    { externalId: 'Name', customer: 'Billing Company', title: 'Lineitem name', shippedOn: 'Fulfilled at' }
  ],
  [
    'WooCommerce',
    'orders',
    'Order Number,Order Status,Order Date,Company (Billing),Order Total Amount,Item Name',
    { externalId: 'Order Number', status: 'Order Status' }
  ],
  [
    'WooCommerce',
    'orders',
    'Bestellnummer;Bestellstatus;Bestelldatum;Firma (Rechnung);Gesamtbetrag der Bestellung;Artikelname',
    { customer: 'Firma (Rechnung)', title: 'Artikelname', status: 'Bestellstatus' }
  ],
  [
    'WooCommerce',
    'orders',
    'Número de pedido,Estado del pedido,Fecha del pedido,Nombre completo (facturación),Nombre del artículo',
    { orderedOn: 'Fecha del pedido' }
  ],
  [
    'Amazon',
    'orders',
    'order-id\torder-item-id\tpurchase-date\tbuyer-email\tbuyer-name\tsku\tproduct-name\tquantity-purchased',
    { externalId: 'order-id', title: 'product-name' }
  ],
  [
    'PayPal',
    'orders',
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Transaction ID',
    { externalId: 'Transaction ID', customer: 'Name' }
  ],
  [
    'PayPal',
    'orders',
    'Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Transaktionscode',
    { externalId: 'Transaktionscode' }
  ],
  [
    'Outlook',
    'interactions',
    'Subject,Start Date,Start Time,End Date,End Time,Meeting Organizer,Required Attendees,Description,Location',
    { subject: 'Subject', at: 'Start Date', notes: 'Description' }
  ],
  [
    'Outlook',
    'interactions',
    'Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Erforderliche Teilnehmer,Beschreibung',
    { subject: 'Betreff', at: 'Beginnt am' }
  ],
  [
    'Outlook',
    'interactions',
    'Asunto,Cuerpo,De: (nombre),De: (dirección),Para: (nombre)',
    { notes: 'Cuerpo', contact: 'De: (nombre)' }
  ],
  [
    'Outlook',
    'contacts',
    'First Name,Middle Name,Last Name,Company,Job Title,E-mail Address,Business Phone',
    { customer: 'Company', email: 'E-mail Address', role: 'Job Title' }
  ],
  [
    'Outlook',
    'contacts',
    'Vorname,Nachname,Firma,Position,E-Mail-Adresse,Telefon geschäftlich',
    { customer: 'Firma', email: 'E-Mail-Adresse' }
  ],
  [
    'Google',
    'contacts',
    'First Name,Middle Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value',
    { customer: 'Organization Name', email: 'E-mail 1 - Value' }
  ],
  [
    'Google',
    'contacts',
    'Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name',
    { customer: 'Organization 1 - Name' }
  ],
  [
    'Mail',
    'interactions',
    'Message-ID,Thread-ID,Date,From,Subject,Text,Direction,Company,Person,Contact name,Contact email,Reply expected,Replied at,Answers',
    { externalId: 'Message-ID', customer: 'Company', contact: 'Contact name' }
  ],
  [
    'Calendar',
    'interactions',
    'UID,Start,End,Summary,Organizer,Attendees,Company,Person,Contact name,Contact email,Channel,Direction',
    { externalId: 'UID', at: 'Start' }
  ]
]
const all: PresetHeader[] = [...exports, ...presetHeaders]
/** Capitals, blanks and signs do not matter; a header of signs alone keeps them. */
const nameOf = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || header
const cells = (header: string) => header.split(header.includes('\t') ? '\t' : header.includes(';') ? ';' : ',')

describe('an export is known by its headers, whatever their language, order and capitals', () => {
  it.each(all)('%s, %s: %s', (system, target, header, columns) => {
    const own = cells(header)
    for (const headers of [own, own.toReversed(), own.map((each) => ` ${each.toUpperCase()} `)]) {
      expect(guessTarget(headers)).toEqual({ target, format: system })
      const found = guessedColumns(target, headers)
      for (const [field, wanted] of Object.entries(columns))
        expect([
          field,
          found
            .find((each) => each.field === field)
            ?.header?.trim()
            .toLowerCase()
        ]).toEqual([field, wanted.toLowerCase()])
    }
  })

  it('every language and shape of a header that a preset claims is held here', () => {
    const names = (header: string) => new Set(cells(header).map(nameOf))
    for (const preset of presets) {
      const own = all.filter(([system, target]) => system === preset.name && target === preset.target)
      for (const signs of preset.signs)
        expect([preset.name, signs, own.some(([, , header]) => signs.every((sign) => names(header).has(nameOf(sign))))]).toEqual([
          preset.name,
          signs,
          true
        ])
    }
  })

  it('a system whose header follows the language of its user is known in two of them', () => {
    // the programs of an interface, and these exports, bear one header in every country; Redress itself writes that of mails and the like
    const one = 'Shopify Amazon GitLab GitHub Intercom Asana Slack Trello Google vCard WhatsApp Mail Calendar'.split(' ')
    const foreign = /[^\x00-\x7f]|\b(?:Betreff|Asunto|Bestell|Vorname|Kunden|Datum|Erstell|Zugeordnet|Titel|Nombre)/
    for (const name of new Set(presets.map((preset) => preset.name))) {
      const own = all.filter(([system]) => system === name).map(([, , header]) => header)
      const other = own.filter((header) => foreign.test(header))
      expect([name, other.length > 0 && other.length < own.length]).toEqual([name, !one.includes(name)])
    }
  })

  it('names fields that its kind of record has', () => {
    for (const { name, target, columns, fixed = {}, firstOf = [], leaves = [] } of presets) {
      const fields = importFields(target).map(({ id }) => id)
      for (const field of [...Object.keys(columns), ...Object.keys(fixed), ...firstOf, ...leaves])
        expect([name, target, field, fields.includes(field)]).toEqual([name, target, field, true])
    }
  })
})
