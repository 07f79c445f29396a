// Systems that name no customer: what their teams write to one another, and the cards on their boards.
import { instant, unnamed, type Cells, type LookUp, type System } from './system'

/** "<@U02>" is somebody, "<https://x.example|there>" a link, "&lt;" a sign. */
function readable(text: string, look: LookUp): string {
  return text
    .replace(/<@([A-Z0-9]{2,20})(?:\|[^<>]{0,100})?>/g, (_, id: string) => `@${nameIn(look.find('users', 'mention', id)) || id}`)
    .replace(/<([^<>|]{1,2000})\|([^<>]{1,2000})>/g, (_, link: string, shown: string) =>
      /^[#!]/.test(link) ? `#${shown}` : link.replace(/^mailto:/, '') === shown ? shown : `${shown} (${link})`
    )
    .replace(/<([a-z]{3,10}:[^<>]{1,2000})>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

const nameIn = (user: Cells | null): string => user?.('profile.real_name', 'real_name', 'profile.display_name', 'name') ?? ''

export const slack: System = {
  name: 'Slack',
  roles: {
    messages: [
      ['type', 'user', 'text', 'ts'],
      ['type', 'text', 'ts', 'bot_id']
    ],
    users: [
      ['id', 'team_id', 'name', 'profile.real_name'],
      ['id', 'team_id', 'name', 'is_bot']
    ]
  },
  records: ['messages'],
  parents: {},
  row(_role, cells, look) {
    const kind = cells('subtype')
    // who came, who left, what the channel is called
    if (/^(?:channel_|group_|bot_add|bot_remove|pinned_item|reminder_add)/.test(kind)) return null
    const id = cells('user', 'bot_id')
    const author = look.find('users', 'user', id)
    const named = nameIn(author) || cells('user_profile.real_name', 'username') || unnamed('User', id)
    const thread = cells('thread_ts')
    const outside = /true/i.test(author?.('is_stranger') ?? '') || /true/i.test(author?.('is_restricted') ?? '')
    return {
      'Record ID': `${id} ${cells('ts')}`,
      'Parent ID': thread === cells('ts') ? '' : thread,
      Date: instant(cells('ts')),
      Person: outside ? named : '',
      'Contact name': outside ? named : '',
      'Contact email': outside ? (author?.('profile.email') ?? '') : '',
      Author: named,
      Direction: outside ? 'in' : 'internal',
      Channel: 'chat',
      Text: readable(cells('text'), look)
    }
  }
}

/** The first signs of an id of Trello's are when it was made. */
function madeAt(id: string): string {
  const seconds = /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 8), 16) : 0
  return seconds > 0 ? new Date(seconds * 1000).toISOString() : ''
}

export const trello: System = {
  name: 'Trello',
  roles: {
    actions: [['id', 'idMemberCreator', 'type', 'data.card.id']],
    cards: [
      ['id', 'idList', 'idBoard', 'name', 'shortUrl'],
      ['id', 'idList', 'name', 'desc']
    ],
    lists: [['id', 'idBoard', 'name', 'pos', 'softLimit']],
    members: [['id', 'fullName', 'username']]
  },
  records: ['actions', 'cards'],
  parents: {},
  row(role, cells, look) {
    const own = role === 'cards'
    // of all that is done with a card only comments are words
    if (!own && cells('type') !== 'commentCard') return null
    const member = own ? null : look.find('members', 'member', cells('idMemberCreator'))
    return {
      'Record ID': cells('id'),
      'Parent ID': own ? '' : cells('data.card.id'),
      Date: own ? madeAt(cells('id')) || cells('dateLastActivity') : cells('date'),
      Author: member?.('fullName') || cells('memberCreator.fullName'),
      Direction: 'internal',
      Channel: 'note',
      Subject: own ? cells('name') : cells('data.card.name'),
      Text: own ? cells('desc') : cells('data.text')
    }
  }
}
