import { addressKey, nameKey } from '../../shared/imports/origin'
import type { Change } from '../store/journal'
import type { Cell } from '../store/bulk'
import type { Db } from './known'
import type { Said } from './row-read'
import type { Id } from '../../shared/values/flavours'

interface Here {
  id: string
  customerId: Id<'customer'>
}

/** The people at customers, by address and by name, with those that this import adds. */
export class Contacts {
  private byAddress = new Map<string, Here[]>()
  private byName = new Map<string, string>()

  static async of(db: Db): Promise<Contacts> {
    const contacts = new Contacts()
    const rows = await db
      .selectFrom('contact')
      .select(['id', 'customerId', 'name', 'email'])
      .where('trashedAt', 'is', null)
      .execute()
    for (const row of rows) contacts.know(row.customerId, row.name, row.email, row.id)
    return contacts
  }

  /** Gives the id of the contact of a customer with an address; without one, with a name; null where there is none. */
  find(customerId: Id<'customer'>, name: string, email: string | null): string | null {
    const key = email && addressKey(email)
    if (!key) return this.byName.get(`${customerId} ${nameKey(name)}`) ?? null
    return this.byAddress.get(key)?.find((here) => here.customerId === customerId)?.id ?? null
  }

  /** Knows one more. */
  know(customerId: Id<'customer'>, name: string, email: string | null, id: string): void {
    const key = email && addressKey(email)
    if (key) this.byAddress.set(key, [...(this.byAddress.get(key) ?? []), { id, customerId }])
    else this.byName.set(`${customerId} ${nameKey(name)}`, id)
  }

  /**
   * Takes what a row says and its customer, gives the id of the person that it names, who is added when they are new;
   * null where it names nobody. Who has an address is known by it.
   */
  of(change: Change, { contact, address }: Said, customerId: Id<'customer'>): string | null {
    const key = address && addressKey(address)
    if (!contact && !key) return null
    const name = contact ?? address!
    const found = this.find(customerId, name, address)
    if (found) return found
    const id = change.newId()
    const row: Cell[] = [id, change.at, change.at, customerId, name, key ?? null]
    change.put('contact', ['id', 'createdAt', 'updatedAt', 'customerId', 'name', 'email'], [row])
    this.know(customerId, name, key ?? null, id)
    return id
  }
}
