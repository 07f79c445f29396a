import type { Delimiter, Encoding } from '../contract/imports'
import type { ErrorNote } from '../values/errors'
import type { Language } from '../values/languages'
import type { GivenCell } from '../inquiry/types'
import type { DaysFound } from './days'
import type { FileRow, Outside } from './row-source'

/** What is to be opened, and what a person has said of it; what is not said is recognised. */
export interface Asked {
  files: string[]
  part?: string | null
  delimiter?: Delimiter | null
  encoding?: Encoding | null
  /** Our own addresses and domains; null where nobody has said them. */
  own?: string[] | null
}

/**
 * What a reader is told: to open files (once), to give rows of what it has opened, to go on with them, to stop. Any number
 * of readings may follow one another. Or to tell what of ours is in a
 * file, which days a calendar names, or what words a paper has.
 */
export type ToReader =
  | { do: 'open'; asked: Asked; language: Language }
  | { do: 'rows'; id: number; contents: boolean }
  | { do: 'more'; id: number }
  | { do: 'stop'; id: number }
  | { do: 'paper'; file: string; language: Language }
  | { do: 'days'; file: string; year: number; language: Language }
  | { do: 'words'; file: string; language: Language }

/** What of ours is in a file: the data of a brief; those of a question sheet with its cells, or the fields of its form; or nothing. */
export type PaperFound =
  | { is: 'brief'; data: string }
  | { is: 'answers'; data: string; sha256: string; grid: GivenCell[][]; fields?: undefined }
  | { is: 'answers'; data: string; sha256: string; fields: Record<string, string>; grid?: undefined }
  | null

/** What it tells. After two slices it waits until it is told to go on: what nobody takes is not piled up. */
export type FromReader =
  | { is: 'progress'; done: number; total: number }
  | { is: 'opened'; outside: Outside }
  | { is: 'rows'; id: number; rows: FileRow[]; bytes: number }
  | { is: 'end'; id: number; sha256: string }
  | { is: 'paper'; id: null; paper: PaperFound }
  | { is: 'days'; id: null; found: DaysFound }
  | { is: 'words'; id: null; words: string }
  | { is: 'refused'; id: number | null; note: ErrorNote; detail?: string }

/** A reader as it is seen from where it is asked. */
export interface ReaderLink {
  post(message: ToReader): void
  onMessage(listener: (message: FromReader) => void): void
  /** It ended though nobody had told it to: it went past a limit, or something in a file broke it. */
  onEnd(listener: () => void): void
  /** Ends it at once, whatever it is doing. */
  end(): void
}

/** Starts a reader. Electron gives it a process of its own, plain Node a thread with a limited heap. */
export type StartReader = () => ReaderLink

/** So many slices may be on their way. */
export const slicesAhead = 2
