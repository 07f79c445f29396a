import { addressKey } from './origin'

/** Where anybody can have an address: it names a person, never a company. */
const open = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.es hotmail.gr live.com live.co.uk msn.com yahoo.com yahoo.co.uk yahoo.es yahoo.gr yahoo.com.ph ymail.com icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.de gmx.at web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com proton.me protonmail.com pm.me zoho.com fastmail.com hey.com tutanota.com tuta.io hot.ee online.ee mail.ee otenet.gr forthnet.gr in.gr windowslive.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it telefonica.net terra.es terra.com.br uol.com.br bol.com.br qq.com 163.com 126.com naver.com daum.net btinternet.com sky.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net'.split(
    ' '
  )
)

/** Takes a mail address, gives its domain, small. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** Takes a domain, gives whether anybody can have an address there. */
export const isOpenDomain = (domain: string): boolean => open.has(domain)

/** Takes a mail address, gives what it is known by: its company's domain, or all of it where anybody can have one there. */
export const sideOf = (address: string): string => (isOpenDomain(domainOf(address)) ? address : domainOf(address))

/** Takes a text as a column of senders has it, "Anna Berg <anna@harrow.example>" or the address alone; gives the address, or null. */
export function addressIn(text: string): string | null {
  const start = text.lastIndexOf('<')
  const end = text.indexOf('>', start)
  return addressKey(start >= 0 && end > start ? text.slice(start + 1, end) : text)
}

/** Which addresses are ours: said as addresses and as domains; "@harrow.example" is a domain, too. */
export class OwnAddresses {
  private readonly known: Set<string>

  constructor(said: readonly string[]) {
    this.known = new Set(said.map((each) => addressKey(each) ?? each.trim().toLowerCase().replace(/^@/, '')).filter(Boolean))
  }

  get none(): boolean {
    return this.known.size === 0
  }

  has(address: string): boolean {
    const domain = domainOf(address)
    // an office may write from a domain below its own
    return (
      this.known.has(address) ||
      this.known.has(domain) ||
      [...this.known].some((own) => !own.includes('@') && domain.endsWith(`.${own}`))
    )
  }
}

/** Counts who stands in mails, and tells whose mailbox it probably is: those who stand in all of them. */
export class SidesSeen {
  private sides = new Map<string, number>()
  private delivered = new Map<string, number>()
  private mails = 0

  /** Takes the addresses of one mail, and those that it was delivered to. */
  see(addresses: readonly string[], delivered: readonly string[]): void {
    this.mails++
    for (const side of new Set(addresses.map(sideOf))) this.sides.set(side, (this.sides.get(side) ?? 0) + 1)
    for (const side of new Set(delivered.map(sideOf))) this.delivered.set(side, (this.delivered.get(side) ?? 0) + 1)
  }

  /** Our side, as far as the mails tell: where they were delivered, else who stands in all of several; nothing where that may be two. */
  own(): string[] {
    if (this.delivered.size > 0)
      return [...this.delivered]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 1)
        .map(([side]) => side)
    if (this.mails < 2) return []
    const [first, second] = [...this.sides].sort((a, b) => b[1] - a[1])
    return first && first[1] >= this.mails * 0.9 && (!second || second[1] < first[1]) ? [first[0]] : []
  }

  /** Of lists that name one address a row: the side that wrote most, if it wrote to several. */
  commonest(): string[] {
    const [first, second] = [...this.sides].sort((a, b) => b[1] - a[1])
    return first && second && first[1] > second[1] ? [first[0]] : []
  }

  seen(): { domain: string; count: number }[] {
    return [...this.sides]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 40)
      .map(([domain, count]) => ({ domain, count }))
  }
}
