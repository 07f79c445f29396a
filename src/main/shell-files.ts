import { basename, extname, parse } from 'node:path'
import { shell } from 'electron'
import type { CallSheet } from '../shared/call-sheet/types'
import type { Input } from '../shared/contract/table'
import type { TimelineSheet } from '../shared/timeline-sheet/types'
import { Refusal } from '../shared/values/errors'
import { fileName } from '../shared/values/file-name'
import { m } from '../shared/messages/messages.js'
import type { ShellAnswers, ShellContext } from './shell-context'
import type { Watch } from './workspace-process'
import { shaped, shapes } from './shapes/shape'
import { mailAddress, mailFile } from './mail'
import { writeWhole } from '../files/outgoing'
import { outside } from './outside'

type Mine =
  | 'chooseFile'
  | 'keepContent'
  | 'saveBackup'
  | 'saveLeftOut'
  | 'exportBrief'
  | 'exportShape'
  | 'exportQuestions'
  | 'exportCallSheet'
  | 'exportTimeline'
  | 'showSaved'
  | 'exportEvidence'
  | 'openEvidence'
  | 'drawEvidence'
  | 'openReply'

/** Endings of what other programs show and do not run. */
const shown = new Set(
  'pdf png jpg jpeg gif webp bmp tif tiff heic txt csv tsv md json ics eml msg docx xlsx pptx odt ods odp rtf mp3 m4a wav ogg mp4 mov webm'.split(
    ' '
  )
)
/** Whether a file may be handed to another program: one that could run is only saved. */
const opensSafely = (name: string): boolean => shown.has(extname(name).slice(1).toLowerCase())

/** Files that come in and go out, each chosen by a person in a dialog. */
export function fileAnswers({
  session,
  dialogs,
  files,
  links,
  printer,
  viewer
}: ShellContext): Pick<ShellAnswers, `shell.${Mine}`> {
  let saved: string | null = null

  /** Freezes the brief that is exported; null where the workspace takes no changes. */
  async function keep(asked: Input<'brief.keep'>) {
    try {
      return await session.worker.call('brief.keep', asked)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'read-only') return null
      throw error
    }
  }

  /** Asks where to, and prints there what the workspace set. */
  async function saveSheet(sheet: CallSheet | TimelineSheet, watch: Watch): Promise<{ saved: string | null }> {
    const filters = [{ name: m.menu_type_pdf(), extensions: ['pdf'] }]
    const file = await dialogs.save('brief', `${sheet.fileName}.pdf`, filters)
    if (!file) return { saved: null }
    await printer.printSheet({ sheet, file }, watch.signal)
    saved = file
    return { saved: basename(file) }
  }

  /** Keeps that evidence left the workspace; where nothing may be written, it goes all the same. */
  async function used(ids: string[], how: 'exported' | 'opened'): Promise<void> {
    try {
      if (ids.length) await session.worker.call('evidence.use', { ids, how })
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'read-only')) throw error
    }
  }

  /** A brief in every shape, frozen first, with the files behind its exhibits, whose evidence is named as well. */
  async function everything(asked: Input<'brief.keep'>, { signal }: Watch): Promise<{ content: Uint8Array; of: string[] }> {
    const kept = await keep(asked)
    const [model, exhibits] = await Promise.all([
      session.worker.call('brief.model', asked),
      session.worker.call('brief.exhibits', asked)
    ])
    const contentOf = async (evidence: string) =>
      ((await session.worker.ask({ do: 'evidence', evidence })) as { content: Uint8Array }).content
    const { wholeOf } = await import('./shapes/whole')
    const content = await wholeOf({
      model,
      pictures: await printer.pictures(model, asked.paper, signal),
      print: (file) => printer.print({ ...asked, versionId: kept?.id, draft: !kept, file }, signal),
      book: asked.shape?.hide?.includes('amounts') ? null : () => session.worker.call('brief.book', asked),
      exhibits: exhibits.map(({ evidenceId, ...one }) => ({ ...one, content: () => contentOf(evidenceId) }))
    })
    return { content, of: exhibits.map(({ evidenceId }) => evidenceId) }
  }

  return {
    async 'shell.chooseFile'({ purpose }) {
      const any = { name: m.menu_type_any(), extensions: ['*'] }
      const offered = {
        import: [{ name: m.menu_type_table(), extensions: [...outside] }, any],
        calendar: [{ name: m.menu_type_calendar(), extensions: ['ics', 'ical'] }, any],
        evidence: [any]
      }
      const chosen = await dialogs.choose(purpose, offered[purpose])
      return chosen ? files.give(chosen) : { token: null }
    },
    async 'shell.keepContent'({ name, content, as }) {
      return files.keep(fileName(name), Buffer.from(content, as === 'text' ? 'utf8' : 'base64'))
    },
    async 'shell.saveBackup'(_input, watch) {
      await session.ready()
      const { name, today } = await session.worker.call('workspace.info', {})
      const filters = [{ name: m.menu_type_workspace(), extensions: ['redress'] }]
      const file = await dialogs.save('backup', m.menu_backup_name({ name, day: today }), filters)
      if (!file) return { saved: null }
      await session.worker.call('workspace.backup', { file }, watch)
      saved = file
      return { saved: basename(file) }
    },
    async 'shell.exportBrief'({ draft, ...given }, watch) {
      await session.ready()
      const { caseId, language, paper, audience = 'leadership', shape } = given
      const loose = draft || given.versionId !== undefined
      const { fileName } = await session.worker.call('brief.model', given)
      const next = loose ? null : await session.worker.call('brief.next', { caseId, language, paper, audience, shape })
      const filters = [{ name: m.menu_type_pdf(), extensions: ['pdf'] }]
      const file = await dialogs.save('brief', `${[fileName, next && `v${next.number}`].filter(Boolean).join(' ')}.pdf`, filters)
      if (!file) return { saved: null, pages: 0 }
      // what leaves the house is kept as it was; where nothing may be written, and where it is asked for, it is a draft
      const kept = loose ? null : await keep({ caseId, language, paper, audience, shape })
      const versionId = given.versionId ?? kept?.id
      const { pages } = await printer.print({ ...given, versionId, file, draft: !versionId }, watch.signal)
      saved = file
      return { saved: basename(file), pages }
    },
    async 'shell.saveLeftOut'(given, watch) {
      await session.ready()
      const file = files.pathOf(given.file)
      const name = m.imports_left_out_name({ file: parse(file).name })
      const to = await dialogs.save('import', `${name}.csv`, [{ name: m.menu_type_table(), extensions: ['csv'] }])
      if (!to) return { saved: null, rows: 0 }
      const { rows } = await session.worker.call(
        'imports.leftOut',
        { ...given, file, others: given.others?.map(files.pathOf), to },
        watch
      )
      saved = to
      return { saved: basename(to), rows }
    },
    async 'shell.exportShape'({ as, ...asked }, watch) {
      await session.ready()
      const model = await session.worker.call('brief.model', asked)
      const ending = as === 'whole' || as === 'charts' ? 'zip' : shapes[as]
      const file = await dialogs.save('brief', `${model.fileName}.${ending}`, [
        { name: ending.toUpperCase(), extensions: [ending] }
      ])
      if (!file) return { saved: null }
      const tabled = () => session.worker.call('brief.book', asked)
      if (as === 'whole') {
        const { content, of } = await everything(asked, watch)
        await writeWhole(file, content)
        await used(of, 'exported')
      } else if (as === 'charts') {
        const { picturesOf } = await import('./shapes/pictures')
        await writeWhole(file, await picturesOf(await printer.pictures(model, asked.paper, watch.signal)))
      } else await writeWhole(file, await shaped(as, model, tabled))
      saved = file
      return { saved: basename(file) }
    },
    async 'shell.openReply'({ about, subject, body, as }) {
      await session.ready()
      const { email, thread, customer } = await session.worker.call('replies.facts', { about })
      const mail = { to: email, subject, body, answers: thread }
      if (as === 'mail') return { opened: await links.mail(mailAddress(mail), email ?? customer) }
      const file = await dialogs.save('mail', `${subject || customer}.eml`, [{ name: m.menu_type_mail(), extensions: ['eml'] }])
      if (!file) return { opened: false }
      await writeWhole(file, Buffer.from(mailFile(mail, new Date())))
      saved = file
      return { opened: true }
    },
    async 'shell.exportQuestions'({ as, ...asked }, watch) {
      await session.ready()
      const sheet = await session.worker.call('inquiry.sheet', asked)
      const file = await dialogs.save('brief', `${sheet.fileName}.${as}`, [{ name: as.toUpperCase(), extensions: [as] }])
      if (!file) return { saved: null }
      if (as === 'pdf') await printer.printForm({ sheet, file }, watch.signal)
      else await writeWhole(file, await (await import('./shapes/questions-xlsx')).questionsXlsx(sheet))
      saved = file
      return { saved: basename(file) }
    },
    async 'shell.exportCallSheet'(asked, watch) {
      await session.ready()
      return saveSheet(await session.worker.call('callSheet.get', asked), watch)
    },
    async 'shell.exportTimeline'(asked, watch) {
      await session.ready()
      return saveSheet(await session.worker.call('timeline.sheet', asked), watch)
    },
    async 'shell.showSaved'() {
      if (saved) shell.showItemInFolder(saved)
      return { shown: saved !== null }
    },
    async 'shell.exportEvidence'({ id }) {
      await session.ready()
      const found = await session.worker.ask({ do: 'evidence', evidence: id })
      const { name, content } = found as { name: string; content: Uint8Array }
      const file = await dialogs.save('evidence', name, [{ name: m.menu_type_any(), extensions: ['*'] }])
      if (!file) return { saved: null }
      await writeWhole(file, content)
      saved = file
      await used([id], 'exported')
      return { saved: basename(file) }
    },
    async 'shell.drawEvidence'({ id, from }) {
      await session.ready()
      const { content } = (await session.worker.ask({ do: 'evidence', evidence: id })) as { content: Uint8Array }
      return viewer.pages(content, from)
    },
    async 'shell.openEvidence'({ id }) {
      await session.ready()
      const found = await session.worker.ask({ do: 'evidence', evidence: id })
      const { name, content } = found as { name: string; content: Uint8Array }
      const safe = fileName(name)
      if (!opensSafely(safe)) throw new Refusal('invalid', m.menu_open_evidence_refused({ file: safe }))
      const words = {
        type: 'question' as const,
        message: m.menu_open_evidence({ file: safe }),
        detail: m.menu_open_evidence_text()
      }
      if ((await dialogs.say({ ...words, buttons: [m.menu_open_evidence_yes(), m.common_cancel()] })) !== 0)
        return { opened: false }
      // a copy: what another program does with it does not reach what is kept
      const trouble = await shell.openPath(files.pathOf(files.keep(safe, content).token))
      if (trouble) throw new Refusal('not-found', m.menu_open_evidence_none({ file: safe }))
      await used([id], 'opened')
      return { opened: true }
    }
  }
}
