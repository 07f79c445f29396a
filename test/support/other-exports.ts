/** An export of a tool, and what must become of it: its kind, and what stands in its records. */
export interface OtherExport {
  name: string
  files: Record<string, string | Buffer>
  target: 'interactions' | 'orders' | 'customers' | 'contacts' | 'promises' | 'incidents' | 'voice'
  own?: string[]
  /** Whose all of it is, where the file names nobody. */
  customerName?: string
  customers: string[]
  /** Of each record, in the order of its words: these columns. */
  columns: string[]
  rows: unknown[][]
  /** Of a list that names no currency; the euro otherwise. */
  currency?: string
  /** Rows that are told and not taken. */
  left?: number
  /** What is kept as evidence of what came with it, by name. */
  evidence?: string[]
  /** The same export a month later, and how many records it adds: what is here stays as it is. */
  next?: { files: Record<string, string | Buffer>; adds: number }
}
