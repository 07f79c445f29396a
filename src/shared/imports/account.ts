import type { ColumnSource } from '../contract/imports'
import { originNamed } from './origin'

/** Hosts of help desks, shops and the like in which each office has a name of its own. */
const portals =
  'zendesk.com freshdesk.com freshservice.com atlassian.net myshopify.com my.salesforce.com lightning.force.com zammad.com intercom.com hubspot.com helpscout.net gorgias.com kayako.com zohodesk.com'
const ends = portals.split(' ')

/** Takes a text, gives the host of the link that it begins with, small; null where it is no link. */
function hostOf(text: string): string | null {
  const start = /^https?:\/\//i.exec(text)
  if (!start) return null
  const rest = text.slice(start[0].length, start[0].length + 254).toLowerCase()
  const host = rest.slice(0, rest.search(/[/:?#\s]|$/))
  return /^[a-z0-9.-]+\.[a-z]{2,}$/.test(host) ? host : null
}

/** Watches the cells of a file and tells which account of a system it came from: the one host that its own links lead to. */
export class AccountSeen {
  private hosts = new Set<string>()

  see(cell: string): void {
    if (this.hosts.size > 1 || cell.length < 8 || !(cell.startsWith('http') || cell.startsWith('HTTP'))) return
    const host = hostOf(cell)
    if (host && ends.some((end) => host.endsWith(`.${end}`))) this.hosts.add(host)
  }

  account(): string | null {
    return this.hosts.size === 1 ? [...this.hosts][0]! : null
  }
}

/**
 * Takes what is known of a file, gives the name of its origin: the system whose export it is, with the account that its
 * links name. Of a list that no system is known for, what its numbers are called; never what the file is called.
 */
export function originOf(format: string | null, account: string | null, columns: readonly ColumnSource[], target: string): string {
  if (format) return originNamed(format, account)
  if (account) return account
  const number = columns.find(({ field, header }) => field === 'externalId' && header)
  return (number?.header ?? '').trim().slice(0, 100) || target
}
