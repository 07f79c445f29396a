import { sql } from 'kysely'
import { addressKey, nameKey, systemOf } from '../../shared/imports/origin'
import { domainOf, isOpenDomain } from '../../shared/imports/own'
import { bareCompany, companyOfDomain } from '../../shared/imports/company'
import { NearNames } from '../../shared/imports/near'
import type { Twin } from '../../shared/contract/imports'
import type { Db } from './known'
import { customerOfRaw, isFirstShape } from './raw'

/** How a row names its customer. */
export interface Named {
  name: string
  /** Their mail address, where the row bears it. */
  address: string | null
  /** Whether the name is a person's: two people may bear one name, and then their addresses tell them apart. */
  personal: boolean
}

const put = <T>(map: Map<string, Set<T>>, key: string, value: T) => map.set(key, (map.get(key) ?? new Set<T>()).add(value))

/** So many doubtful ones are asked about. */
const mostTwins = 50

/** Whether a customer has no other name yet than the domain of the address: a mail does not say what the company is called. */
const isDomain = (name: string, address: string): boolean => nameKey(name) === domainOf(address)

/** Customers by name and by address, with those that this import adds. */
export class Customers {
  private byName = new Map<string, Set<string>>()
  private byAddress = new Map<string, Set<string>>()
  private addresses = new Map<string, Set<string>>()
  /** Customers by the domains of their people, and by their bare names, so that a mail finds whose it is. */
  private byDomain = new Map<string, Set<string>>()
  private byBare = new Map<string, Set<string>>()
  private fresh = new Set<string>()
  private near = new NearNames()
  /** What customers are called, by their ids. */
  private called = new Map<string, string>()
  /** Spellings of which a person has said whose they are. */
  private others = new Map<string, string>()
  /** New ones who may be others in another spelling. */
  readonly twins: Twin[] = []
  /** How many were not here before this import. */
  added = 0

  /**
   * Takes the origin of the rows to come. A customer who was given another name here is still found by the name under
   * which earlier rows of that origin were theirs, unless another customer has that name now.
   */
  static async of(db: Db, source: string): Promise<Customers> {
    const customers = new Customers()
    const here = await db.selectFrom('customer').select(['id', 'name']).where('trashedAt', 'is', null).execute()
    for (const { id, name } of here) {
      customers.name(nameKey(name), id)
      customers.called.set(id, name)
    }
    const now = new Set(customers.byName.keys())
    const ids = new Set(here.map(({ id }) => id))
    const { rows } = await sql<{ name: string; id: string }>`
      SELECT name, unpacked_id(customerId) AS id FROM (
        SELECT DISTINCT ${sql.raw(customerOfRaw)} AS name, customerId FROM importedRow
        WHERE customerId IS NOT NULL AND (source = ${source} OR source = ${systemOf(source)} OR ${sql.raw(isFirstShape)}))
      WHERE name IS NOT NULL`.execute(db)
    for (const { name, id } of rows) if (ids.has(id) && !now.has(nameKey(name))) customers.name(nameKey(name), id)
    const contacts = await db
      .selectFrom('contact')
      .select(['customerId', 'email'])
      .where('trashedAt', 'is', null)
      .where('email', 'is not', null)
      .execute()
    for (const { customerId, email } of contacts) if (ids.has(customerId)) customers.address(addressKey(email!), customerId)
    return customers
  }

  private name(key: string, id: string): void {
    put(this.byName, key, id)
    this.near.add(key, id)
    const bare = bareCompany(key)
    if (bare.length > 2) put(this.byBare, bare, id)
  }

  private address(key: string | null, id: string): void {
    if (!key) return
    put(this.byAddress, key, id)
    put(this.addresses, id, key)
    const domain = domainOf(key)
    if (!isOpenDomain(domain)) put(this.byDomain, domain, id)
  }

  /**
   * Gives the id of the customer whom a row names, `several` when nobody can tell which one is meant, null when they are
   * new. A person is known by the address first; one of the same name with another address is somebody else.
   */
  find({ name, address, personal }: Named): string | 'several' | null {
    const spelled = nameKey(name)
    const known = [...(this.byName.get(this.others.get(spelled) ?? spelled) ?? [])]
    const key = address && addressKey(address)
    if (key && isDomain(name, key)) {
      const ids = [
        this.byAddress.get(key),
        this.byName.get(nameKey(name)),
        this.byDomain.get(domainOf(key)),
        this.byBare.get(companyOfDomain(domainOf(key)))
      ]
      const found = ids.find((each) => each && each.size > 0)
      return !found ? null : found.size > 1 ? 'several' : [...found][0]!
    }
    if (key && (personal || known.length > 1)) {
      const holders = [...(this.byAddress.get(key) ?? [])]
      const both = holders.filter((id) => known.includes(id))
      if (both.length === 1) return both[0]!
      if (personal) {
        if (holders.length === 1 && known.length === 0) return holders[0]!
        const open = known.filter((id) => !this.addresses.has(id))
        return open.length > 1 ? 'several' : (open[0] ?? null)
      }
    }
    return known.length > 1 ? 'several' : (known[0] ?? null)
  }

  /** Takes what a person has said: that a name is another spelling of one who is here, or of an earlier row. */
  areOthers(sames: readonly { name: string; as: string }[]): void {
    for (const { name, as } of sames) this.others.set(nameKey(name), nameKey(as))
  }

  /** Whom a new customer may be in another spelling: but for the form of the company, by the domain, by one letter. */
  private likeOf({ name, address, personal }: Named): string | null {
    const key = address && addressKey(address)
    const domain = key ? domainOf(key) : ''
    if (key && isDomain(name, key)) return null
    const bare = personal ? '' : bareCompany(nameKey(name))
    const ids = [
      bare.length > 2 ? this.byBare.get(bare) : undefined,
      domain && !personal && !isOpenDomain(domain) ? this.byDomain.get(domain) : undefined,
      this.near.of(nameKey(name))
    ].find((each) => each && each.size > 0)
    const [id] = ids ?? []
    return (id && this.called.get(id)) || null
  }

  /** Whether somebody else bears that name. */
  bears(name: string): boolean {
    return this.byName.has(nameKey(name))
  }

  /** Whether this import added the customer of that id. */
  isFresh(id: string): boolean {
    return this.fresh.has(id)
  }

  /** Adds one; `doubted` where a person may say that it is another in another spelling. */
  add(named: Named, id: string, doubted = true): void {
    const { name, address, personal } = named
    const like = doubted && this.twins.length < mostTwins && !this.bears(name) ? this.likeOf(named) : null
    if (like) this.twins.push({ name, like })
    this.called.set(id, name)
    this.name(nameKey(name), id)
    const key = address && addressKey(address)
    if (key && (personal || isDomain(name, key))) this.address(key, id)
    this.fresh.add(id)
    this.added++
  }
}
