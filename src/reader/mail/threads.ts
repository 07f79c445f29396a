import { instantText } from '../../shared/imports/instants'
import type { OwnAddresses } from '../../shared/imports/own'
import type { Head } from './mail'

/** What is kept of each mail to tell its thread and whether it was answered. */
interface Kept {
  at: number
  out: boolean
  automatic: boolean
}

/** Mails by their threads: those that name one another, however far apart. */
export class Threads {
  private parents = new Map<string, string>()
  private mails = new Map<string, Kept[]>()

  private root(id: string): string {
    let root = id
    for (let next = this.parents.get(root); next !== undefined && next !== root; next = this.parents.get(root)) root = next
    // the way is shortened for the next who asks
    for (let at = id; at !== root;) {
      const next = this.parents.get(at)!
      this.parents.set(at, root)
      at = next
    }
    return root
  }

  private join(a: string, b: string): void {
    const [to, from] = [this.root(a), this.root(b)]
    if (!this.parents.has(to)) this.parents.set(to, to)
    if (to === from) return
    this.parents.set(from, to)
    const moved = this.mails.get(from)
    if (!moved) return
    this.mails.set(to, [...(this.mails.get(to) ?? []), ...moved])
    this.mails.delete(from)
  }

  /** Takes the head of a mail and its id. */
  see(head: Head, id: string, own: OwnAddresses): void {
    const [first, ...rest] = [...head.references, id]
    for (const each of [first!, ...rest]) this.join(first!, each)
    const root = this.root(id)
    const kept = { at: head.at ? Date.parse(head.at) : Number.NaN, out: isOut(head, own), automatic: head.automatic }
    this.mails.set(root, [...(this.mails.get(root) ?? []), kept])
  }

  /** The id of the first mail of a thread, as far as the mails name it. */
  threadOf(id: string): string {
    return this.root(id)
  }

  /** When we answered a mail: with our first mail of the same thread after it; null when we have not. */
  answeredAt(id: string, at: string | null): string | null {
    if (!at) return null
    const time = Date.parse(at)
    const answers = (this.mails.get(this.root(id)) ?? []).filter((mail) => mail.out && !mail.automatic && mail.at > time)
    const first = Math.min(...answers.map((mail) => mail.at))
    return Number.isFinite(first) ? instantText(first) : null
  }

  /** Whether they wrote again in the thread before we answered: then their last mail waits, not each of them. */
  isLastOfTheirs(id: string, at: string | null): boolean {
    if (!at) return false
    const time = Date.parse(at)
    return !(this.mails.get(this.root(id)) ?? []).some((mail) => !mail.out && !mail.automatic && mail.at > time)
  }
}

/** Whether a mail is ours: it comes from us and goes to somebody else. */
export const isOut = (head: Head, own: OwnAddresses): boolean => head.from !== null && own.has(head.from.address)
