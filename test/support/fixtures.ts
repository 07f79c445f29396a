/** A list as it came, by the names of its files, and what must become of it. */
export interface Fixture {
  /** What is odd about it. */
  name: string
  files: Record<string, string | Buffer>
  own?: string[]
  /** How many rows become records, are refused with a reason, or are told and left out. */
  create: number
  error?: number
  skipped?: number
  customers?: string[]
  /** Of each record, in the order of its first column. */
  columns?: string[]
  rows?: unknown[][]
  /** Cells that no field takes and that are kept with the record. */
  kept?: Record<string, string>
  /** The same where columns bear one name: all of them. */
  keptAll?: [header: string, cell: string][]
  /** What a join says that it lacks, by what that is. */
  lacks?: Record<string, number>
  zone?: string
  /** Whose they are, where a person has to say it. */
  customerName?: string
}

/** Writes lines as a file. */
export const text = (...lines: string[]): string => `${lines.join('\n')}\n`
/** A text in the code page of Western Europe. */
export const latin = (content: string): Buffer => Buffer.from(content, 'latin1')
