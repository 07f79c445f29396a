import { slack, trello } from './boards'
import { instant, nameOf, unnamed, type System } from './system'

const isTrue = (text: string): boolean => /^(?:true|1|yes)$/i.test(text)
/** A page without words: an assignment is written as an empty paragraph. */
const isEmpty = (page: string): boolean =>
  page.length < 400 && page.replace(/<[^<>]{0,100}>|&nbsp;|\s/g, '') === '' && !/<img/i.test(page)
const isFalse = (text: string): boolean => /^(?:false|0|no)$/i.test(text)

const zendesk: System = {
  name: 'Zendesk',
  roles: {
    comments: [
      ['id', 'author_id', 'body'],
      ['id', 'author_id', 'plain_body'],
      ['id', 'author_id', 'html_body']
    ],
    tickets: [['id', 'requester_id', 'subject']],
    users: [
      ['id', 'name', 'email', 'role'],
      ['id', 'name', 'email', 'organization_id']
    ],
    organizations: [
      ['id', 'name', 'domain_names'],
      ['id', 'name', 'shared_tickets'],
      ['id', 'name', 'organization_fields']
    ]
  },
  records: ['comments', 'tickets'],
  parents: { comments: { role: 'tickets', by: ['ticket_id', 'parent.id'] } },
  row(role, cells, look) {
    const own = role === 'tickets'
    const ticketId = own ? cells('id') : cells('ticket_id', 'parent.id')
    if (own && look.has('tickets', ticketId)) return null
    const ticket = own ? cells : look.find('tickets', 'ticket_id', ticketId)
    const requesterId = ticket?.('requester_id') ?? ''
    const requester = look.find('users', 'requester_id', requesterId)
    const organizationId = ticket?.('organization_id') || requester?.('organization_id') || ''
    const organization = look.find('organizations', 'organization_id', organizationId)
    const authorId = own ? requesterId : cells('author_id')
    const author = look.find('users', 'author_id', authorId)
    const staff = author ? author('role') : ''
    const side = staff ? (/agent|admin/i.test(staff) ? 'out' : 'in') : authorId && authorId === requesterId ? 'in' : 'unknown'
    return {
      'Record ID': cells('id'),
      'Parent ID': own ? '' : ticketId,
      Date: cells('created_at'),
      Customer: organization?.('name') || unnamed('Organization', organizationId),
      Person: requester?.('name') || unnamed('Requester', requesterId),
      'Contact name': requester?.('name') ?? '',
      'Contact email': requester?.('email') ?? '',
      Author: author?.('name') || unnamed('Author', authorId),
      Direction: isFalse(cells('public', 'is_public')) && !own ? 'internal' : side,
      Channel: cells('via.channel', 'via') || ticket?.('via.channel', 'via') || '',
      Subject: ticket?.('subject', 'raw_subject') ?? '',
      Text: own ? cells('description') : cells('plain_body', 'body', 'html_body')
    }
  }
}

const salesforce: System = {
  name: 'Salesforce',
  roles: {
    emails: [['Id', 'ParentId', 'Incoming', 'FromAddress']],
    comments: [['Id', 'ParentId', 'CommentBody']],
    cases: [['Id', 'CaseNumber', 'Subject']],
    contacts: [
      ['Id', 'AccountId', 'LastName'],
      ['Id', 'AccountId', 'Email', 'Name']
    ],
    accounts: [
      ['Id', 'Name', 'BillingCountry'],
      ['Id', 'Name', 'Industry'],
      ['Id', 'Name', 'AccountNumber'],
      ['Id', 'Name', 'BillingStreet']
    ]
  },
  records: ['emails', 'comments', 'cases'],
  parents: { emails: { role: 'cases', by: ['ParentId'] }, comments: { role: 'cases', by: ['ParentId'] } },
  row(role, cells, look) {
    const own = role === 'cases'
    const caseId = own ? cells('Id') : cells('ParentId')
    const parent = own ? cells : look.find('cases', 'ParentId', caseId)
    const contactId = parent?.('ContactId') ?? ''
    const contact = look.find('contacts', 'ContactId', contactId)
    const accountId = parent?.('AccountId') || contact?.('AccountId') || ''
    const account = look.find('accounts', 'AccountId', accountId)
    const person = contact?.('Name') || [contact?.('FirstName'), contact?.('LastName')].filter(Boolean).join(' ')
    const author = role === 'emails' ? cells('FromName', 'FromAddress') : role === 'comments' ? cells('CreatorName') : person
    const sides = {
      emails: () => (isTrue(cells('Incoming')) ? 'in' : 'out'),
      comments: () => (isFalse(cells('IsPublished')) ? 'internal' : author && author === person ? 'in' : 'out'),
      cases: () => 'in'
    }
    return {
      'Record ID': cells('Id'),
      'Parent ID': own ? '' : caseId,
      Date: cells('MessageDate', 'CreatedDate'),
      Customer: account?.('Name') || parent?.('SuppliedCompany') || unnamed('Account', accountId),
      Person: person || parent?.('SuppliedName') || unnamed('Contact', contactId),
      'Contact name': person || parent?.('SuppliedName') || '',
      'Contact email': contact?.('Email') || parent?.('ContactEmail', 'SuppliedEmail') || '',
      Author: author,
      Direction: sides[role as keyof typeof sides](),
      Channel: role === 'emails' ? 'mail' : own ? cells('Origin') : 'note',
      Subject: cells('Subject') || parent?.('Subject') || '',
      Text: cells('TextBody', 'HtmlBody', 'CommentBody', 'Description')
    }
  }
}

const intercom: System = {
  name: 'Intercom',
  roles: {
    parts: [['id', 'part_type', 'body', 'author.type']],
    conversations: [
      ['id', 'created_at', 'source.body', 'source.author.type'],
      ['id', 'created_at', 'source.author.name', 'state']
    ],
    contacts: [
      ['id', 'email', 'external_id', 'role'],
      ['id', 'email', 'name', 'companies.data']
    ]
  },
  records: ['parts', 'conversations'],
  parents: {},
  row(role, cells, look) {
    const own = role === 'conversations'
    const top = (name: string) => (own ? cells(name) : cells(`parent.${name}`))
    const type = own ? cells('source.author.type') : cells('author.type')
    const body = own ? cells('source.body') : cells('body')
    // assignments and the like say nothing
    if (!own && isEmpty(body)) return null
    const person = top('source.author.name')
    const contact = look.find('contacts', 'contact', top('source.author.id'))
    const internal = /note/i.test(cells('part_type'))
    return {
      'Record ID': cells('id'),
      'Parent ID': own ? '' : cells('parent.id'),
      Date: instant(cells('created_at')),
      Customer: contact?.('company.name', 'company_name') ?? '',
      Person: contact?.('name') || person || top('source.author.email') || unnamed('Contact', top('source.author.id')),
      'Contact name': contact?.('name') || person,
      'Contact email': contact?.('email') || top('source.author.email'),
      Author: own ? person : cells('author.name'),
      Direction: internal ? 'internal' : /admin|bot|team/i.test(type) ? 'out' : 'in',
      Channel: top('source.type') || 'conversation',
      Subject: top('title') || top('source.subject'),
      Text: body
    }
  }
}

const hubspot: System = {
  name: 'HubSpot',
  roles: {
    tickets: [
      ['Ticket ID', 'Ticket name', 'Associated Company IDs'],
      ['Record ID', 'Ticket name', 'Associated Company IDs'],
      ['Ticket ID', 'Ticket name', 'Associated Company ID']
    ],
    companies: [
      ['Record ID', 'Company name'],
      ['Company ID', 'Company name'],
      ['Record ID', 'Company domain name']
    ],
    contacts: [['Record ID', 'First Name', 'Last Name', 'Email']]
  },
  records: ['tickets'],
  parents: {},
  row(_role, cells, look) {
    const first = (text: string) => text.split(';')[0]!.trim()
    const companyId = first(cells('Associated Company IDs', 'Associated Company ID'))
    const company = look.find('companies', 'Associated Company IDs', companyId)
    const contactId = first(cells('Associated Contact IDs', 'Associated Contact ID'))
    const contact = look.find('contacts', 'Associated Contact IDs', contactId)
    const person = [contact?.('First Name'), contact?.('Last Name')].filter(Boolean).join(' ')
    return {
      'Record ID': cells('Ticket ID', 'Record ID'),
      Date: cells('Create date', 'Create Date'),
      Customer: company?.('Company name', 'Name') || first(cells('Associated Company')) || unnamed('Company', companyId),
      Person: person || first(cells('Associated Contact')),
      'Contact name': person,
      'Contact email': contact?.('Email') ?? '',
      Direction: 'in',
      Channel: cells('Source', 'Ticket source'),
      Subject: cells('Ticket name'),
      Text: cells('Ticket description', 'Content')
    }
  }
}

export const systems: readonly System[] = [zendesk, salesforce, intercom, hubspot, slack, trello]

/** Takes the headers of a table, gives the tables of systems that it may be, with how many of its headers say so. */
export function rolesOf(headers: readonly string[]): { system: System; role: string; signs: number }[] {
  const names = new Set(headers.map(nameOf))
  return systems.flatMap((system) =>
    Object.entries(system.roles).flatMap(([role, sets]) => {
      const signs = Math.max(0, ...sets.filter((set) => set.every((sign) => names.has(nameOf(sign)))).map((set) => set.length))
      return signs > 0 ? [{ system, role, signs }] : []
    })
  )
}
