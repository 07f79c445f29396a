import type { Drawn } from '../look/pages'
import { readersField } from '../brief/readers'
import { shape } from '../brief/shape'
import { z } from 'zod'
import { clock, language, maybe, maybeText, text } from '../values/fields'
import { currency } from '../values/currency'
import { workCalendar } from '../records/calendar'
import { ladderFields } from '../records/ladder'
import { timelineView } from '../records/picture'
import { signalRules } from '../records/signal-rules'
import { replyAbout } from '../replies/facts'
import { replyTemplate } from '../replies/template'
import { timelineSheetAsked } from '../timeline-sheet/types'
import type { ErrorCode } from '../values/errors'
import type { Language } from '../values/languages'
import { importRun } from './imports'
import { searchAsked } from './search'
import { noInput, read, shell, write } from './procedure'
import type { Label } from './journal'
import type { Day, Instant } from '../values/flavours'

/** What is set for the workspace as a whole. */
export const settingFields = z.strictObject({
  /** Who writes here; stands in the journal and on briefs. */
  advocate: text(200),
  organisation: maybe(text(200)),
  language,
  theme: z.enum(['system', 'light', 'dark']),
  currency,
  timeZone: clock,
  paper: z.enum(['a4', 'letter']),
  replyHours: z.number().int().min(1).max(720),
  /** Working hours of ours within which we mean to answer, as a second clock; null where there is none. */
  replyWorkHours: z.number().int().min(1).max(720).nullable(),
  /** When we work; and when customers work, until one says otherwise. */
  calendar: workCalendar,
  /** Who hears a case, rung by rung. */
  ladder: ladderFields,
  /** When the desk says what a customer is probably thinking. */
  signals: signalRules,
  /** The system's own notices before something is missed. */
  reminders: z.boolean(),
  /** No reminder from the one hour of the clock to the other; none is quiet where they are the same. */
  quietHours: z.strictObject({ from: z.number().int().min(0).max(23), to: z.number().int().min(0).max(23) }),
  /** Redress stays in the system's tray when its window is closed, and goes on reminding. */
  tray: z.boolean(),
  /** Our own mail addresses and domains: what comes from there is ours. */
  own: z.array(text(320)).max(200),
  /** Our own beginnings of answers. */
  replyTemplates: z.array(replyTemplate).max(100),
  /** Readers of briefs of our own, each with what is left out for them. */
  readers: readersField,
  /** Searches that are made again and again. */
  searches: z.array(searchAsked).max(50),
  /** Ways of looking at a timeline. */
  timelineViews: z.array(timelineView).max(50)
})
export type Settings = z.infer<typeof settingFields>

/** Why a workspace can only be read: so asked, another process writes, a medium that is read-only, a person who may not. */
export type ReadOnlyWhy = 'asked' | 'locked' | 'medium' | 'denied'

export interface WorkspaceInfo {
  name: string
  sample: boolean
  readOnly: boolean
  readOnlyWhy: ReadOnlyWhy | null
  version: number
  entries: number
  savedAt: Instant | null
  undo: Label | null
  redo: Label | null
  settings: Settings
  /** The present instant and the day it is in the workspace's zone. */
  now: Instant
  today: Day
}

/** Why Redress made a backup by itself. */
export const backupWhys = ['changes', 'quit', 'before-import', 'before-undo', 'before-restore', 'before-migration'] as const
export type BackupWhy = (typeof backupWhys)[number]

export interface BackupRow {
  name: string
  at: string
  /** Null for one that an older Redress made, or that bears another name. */
  why: BackupWhy | null
  bytes: number
  verified: boolean
  /** Beside the workspace, in the second place, or the same in both. */
  place: 'beside' | 'second' | 'both'
}

export const workspaceProcedures = {
  'workspace.info': read<WorkspaceInfo>()(noInput),
  'workspace.configure': write<{ settings: Settings }>()(settingFields.partial()),
  /** Copies the workspace under a new name, verified before it stands there. */
  'workspace.backup': read<{ file: string; bytes: number }>()(z.strictObject({ file: z.string().max(4_096) }), {
    files: ['file'],
    long: true
  }),
  'workspace.backups': read<BackupRow[]>()(noInput)
}

const paper = z.enum(['a4', 'letter'])
/** A token for a file that the person chose; pages never see or name paths. */
export interface ChosenFile {
  token: string
  name: string
  bytes: number
}

export interface SecondPlace {
  folder: string | null
  trouble: string | null
}

/** A folder that is looked at for new exports. */
export interface LookedAt {
  folder: string | null
  /** Why it cannot be looked at now. */
  trouble: string | null
  /** The newest files that are offered, and how many there are in all. */
  names: string[]
  count: number
}

export const shellProcedures = {
  'shell.chooseFile': shell<ChosenFile | { token: null }>()(
    z.strictObject({ purpose: z.enum(['import', 'evidence', 'calendar']) })
  ),
  /** Keeps what was pasted, or dropped without a file behind it, until Redress ends; gives a token for it. */
  'shell.keepContent': shell<ChosenFile>()(
    z.strictObject({ name: z.string().min(1).max(300), content: z.string().max(7_900_000), as: z.enum(['text', 'base64']) })
  ),
  'shell.saveBackup': shell<{ saved: string | null }>()(noInput),
  /**
   * What to begin with: `ask`, nothing is open and the person chooses; `fresh`, they have just made this workspace and are
   * asked who they are. `met`: they have been asked.
   */
  'shell.start': shell<{ ask: boolean; fresh: boolean }>()(z.strictObject({ met: z.literal(true).optional() })),
  'shell.newWorkspace': shell<{ opened: boolean }>()(noInput),
  'shell.openWorkspace': shell<{ opened: boolean }>()(z.strictObject({ recent: z.number().int().min(0).max(20).optional() })),
  'shell.openSample': shell<{ opened: boolean }>()(noInput),
  'shell.recent': shell<{ name: string; folder: string }[]>()(noInput),
  /** Where every backup goes as well, and why the newest was not made or did not get there. */
  'shell.secondPlace': shell<SecondPlace>()(noInput),
  /** Asks the person for a folder, or lets go of the one that is set. */
  'shell.setSecondPlace': shell<SecondPlace>()(z.strictObject({ choose: z.boolean() })),
  /** The folder that is looked at for new exports of this workspace, and what it offers; null where none may be, as for the sample. */
  'shell.lookedAt': shell<LookedAt | null>()(noInput),
  /** Asks the person for a folder to look at, or looks at none any more. Error: invalid, it holds too many files. */
  'shell.lookAt': shell<LookedAt | null>()(z.strictObject({ choose: z.boolean() })),
  /** Gives the files that are offered, the oldest first, and offers them no more; or offers them no more. */
  'shell.takeOffered': shell<ChosenFile[]>()(noInput),
  'shell.leaveOffered': shell<LookedAt | null>()(noInput),
  'shell.restore': shell<{ opened: boolean }>()(z.strictObject({ backup: maybeText(300), choose: z.boolean().optional() })),
  /** Why no workspace is open, for the recovery window; `instead` is the name of a file that can be gone on with. */
  'shell.trouble': shell<{
    code: ErrorCode | null
    message: string
    file: string
    backups: BackupRow[]
    instead: string | null
    /** What main speaks: the language of the workspace that was open last. */
    language: Language
  }>()(noInput),
  /** Goes on with what the recovery window offers instead. */
  'shell.goOn': shell<{ opened: boolean }>()(noInput),
  'shell.exportBrief': shell<{ saved: string | null; pages: number }>()(
    z.strictObject({
      caseId: z.uuid(),
      language,
      paper,
      audience: z.enum(['leadership', 'customer']).optional(),
      versionId: z.uuid().optional(),
      shape: shape.optional(),
      /** Not frozen: "draft" stands on every page. */
      draft: z.boolean().optional()
    }),
    { long: true }
  ),
  /** The brief as a document, as slides, as a workbook, its tables, its charts, or all of it with its exhibits in one archive. */
  'shell.exportShape': shell<{ saved: string | null }>()(
    z.strictObject({
      caseId: z.uuid(),
      language,
      paper,
      audience: z.enum(['leadership', 'customer']),
      shape: shape.optional(),
      as: z.enum(['docx', 'pptx', 'xlsx', 'csv', 'charts', 'whole'])
    }),
    { long: true }
  ),
  /** Asks where to, and saves there the questions to a case's customer: a workbook, or a form to fill in. Errors: those of inquiry.sheet. */
  'shell.exportQuestions': shell<{ saved: string | null }>()(
    z.strictObject({ caseId: z.uuid(), language, paper, as: z.enum(['xlsx', 'pdf']) }),
    { long: true }
  ),
  /** Asks where to, and saves there the sheet before a call, as a PDF. Errors: those of callSheet.get. */
  'shell.exportCallSheet': shell<{ saved: string | null }>()(z.strictObject({ customerId: z.uuid(), language, paper }), {
    long: true
  }),
  /** Asks where to, and saves there a stretch of a timeline, as a PDF. Errors: those of timeline.sheet. */
  'shell.exportTimeline': shell<{ saved: string | null }>()(timelineSheetAsked, { long: true }),
  /** Asks where to, and saves there the rows of a file that an import would not take, with their reasons. */
  'shell.saveLeftOut': shell<{ saved: string | null; rows: number }>()(importRun.omit({ dryRun: true }), { long: true }),
  /** Opens an answer in the person's own mail program, or saves it as a mail file; Redress sends nothing. */
  'shell.openReply': shell<{ opened: boolean }>()(
    z.strictObject({
      about: replyAbout,
      subject: z.string().max(300),
      body: z.string().max(100_000),
      as: z.enum(['mail', 'file'])
    })
  ),
  'shell.showSaved': shell<{ shown: boolean }>()(noInput),
  'shell.exportEvidence': shell<{ saved: string | null }>()(z.strictObject({ id: z.uuid() })),
  /** Draws pages of a kept PDF as pictures, from that page on, without running anything of it; none where it can't be drawn. */
  'shell.drawEvidence': shell<Drawn>()(z.strictObject({ id: z.uuid(), from: z.number().int().min(1).max(100_000) }), {
    long: true
  }),
  /** Opens a copy of a kept file in the program it belongs to, after the person agreed; what could run is refused. */
  'shell.openEvidence': shell<{ opened: boolean }>()(z.strictObject({ id: z.uuid() })),
  /** Puts reminders off for an hour, until tomorrow morning, or no longer; gives until when they are put off. */
  'shell.reminders': shell<{ until: string | null }>()(z.strictObject({ snooze: z.enum(['hour', 'tomorrow', 'none']).optional() })),
  /** The page has stored what was in hand: its window may close, if it was to. */
  'shell.left': shell<{ left: boolean }>()(noInput),
  'shell.about': shell<{ version: string; electron: string; chrome: string; runtimeNote: string | null }>()(noInput),
  /** Fills the screen with the window, or no longer; 'as-before' ends what the page asked for. Gives what it will be. */
  'shell.fullScreen': shell<{ on: boolean }>()(z.strictObject({ on: z.union([z.boolean(), z.literal('as-before')]) })),
  /**
   * The window of who presents a brief: shows what belongs to this view of it, from 0. It opens by itself where a second display
   * is for it, anywhere with `anyway`; -1 ends it. Gives whether it is there.
   */
  'shell.speaker': shell<{ on: boolean }>()(
    z.strictObject({
      of: z.strictObject({
        caseId: z.uuid(),
        language,
        paper,
        audience: z.enum(['leadership', 'customer']),
        shape: shape.optional(),
        versionId: z.uuid().optional()
      }),
      at: z.int().min(-1).max(99),
      anyway: z.boolean().optional()
    })
  ),
  'shell.theme': shell<{ dark: boolean }>()(z.strictObject({ theme: maybe(z.enum(['system', 'light', 'dark'])) }))
}
