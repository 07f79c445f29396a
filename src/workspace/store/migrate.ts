import type { Database } from 'better-sqlite3'
import { draftDigest } from './digest'
import { first } from './migrations/001-first'
import { signals } from './migrations/002-signals'
import { briefVersions } from './migrations/003-brief-versions'
import { timeOfHarm } from './migrations/004-time-of-harm'
import { draftDigests } from './migrations/005-draft-digests'
import { search } from './migrations/006-search'
import { imports } from './migrations/007-imports'
import { harms } from './migrations/008-harms'
import { calls } from './migrations/009-calls'
import { ways } from './migrations/010-ways'
import { answers } from './migrations/011-answers'
import { lessRoom } from './migrations/012-less-room'
import { evidencePieces } from './migrations/013-evidence-pieces'
import { met } from './migrations/014-met'
import { options } from './migrations/015-options'
import { parts } from './migrations/016-parts'
import { desk } from './migrations/017-desk'
import { sides } from './migrations/018-sides'
import { exercise } from './migrations/019-exercise'
import { keptOnce } from './migrations/020-kept-once'
import { replies } from './migrations/021-replies'
import { orderHours } from './migrations/022-order-hours'
import { evidenceUses } from './migrations/023-evidence-uses'
import { wishes } from './migrations/024-wishes'
import { wordsOfFiles } from './migrations/025-words-of-files'
import { lastWords } from './migrations/026-last-words'
import { applicationId } from '../../files/mark'
import { packsIds } from './packed'
import { foldsText } from './search-text'

/** Numbered from 1, append-only. A migration is never edited after it has shipped. */
const migrations: readonly (string | ((db: Database) => void))[] = [
  first,
  signals,
  briefVersions,
  timeOfHarm,
  draftDigests,
  search,
  imports,
  harms,
  calls,
  ways,
  answers,
  lessRoom,
  evidencePieces,
  met,
  options,
  parts,
  desk,
  sides,
  exercise,
  keptOnce,
  replies,
  orderHours,
  evidenceUses,
  wishes,
  wordsOfFiles,
  lastWords
]

/** The newest format that this Redress knows. */
export const knownVersion = migrations.length

/** Takes an open database, gives the format it is in; 0 for an empty one. */
export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Brings a database from its format to `to`, each step in one transaction with its version. */
export function migrate(db: Database, to = knownVersion): void {
  foldsText(db)
  packsIds(db)
  db.function('draft_digest', (key, body, at) => draftDigest({ key, body, at } as Parameters<typeof draftDigest>[0]))
  for (let version = versionOf(db); version < to; version++) {
    db.transaction(() => {
      const step = migrations[version]!
      if (typeof step === 'string') db.exec(step)
      else step(db)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${version + 1}`)
    }).immediate()
  }
}
