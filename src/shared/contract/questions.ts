import { z } from 'zod'
import { idOf } from '../values/fields'
import { answerFields, questions } from '../losses/questions/questions'
import type { MonthlyColumn } from '../imports/monthly'
import { byId, read, write } from './procedure'
import type { Id } from '../values/flavours'

const asked = { incidentId: idOf('incident'), question: z.enum(questions) }

export const questionProcedures = {
  /**
   * What a file from outside says by month, for the question of what would have been: each column of numbers beside its first
   * column of months or days. Errors: those of reading a file; invalid, nothing in it stands by month.
   */
  'answers.months': read<{ file: string; columns: MonthlyColumn[] }>()(z.strictObject({ file: z.string().max(4_096) }), {
    files: ['file']
  }),
  /** Keeps the answer to one of the six questions about an incident, or what is given of it; an incident has one answer to each. */
  'answers.put': write<{ id: Id<'answer'> }>()(
    z.strictObject({ ...asked, patch: answerFields.omit({ incidentId: true, question: true }).partial() })
  ),
  'answers.trash': write<{ id: Id<'answer'> }>()(byId('answer')),
  'answers.restore': write<{ id: Id<'answer'> }>()(byId('answer')),
  /** Makes one shared quantity of numbers that several lines have each for themselves. */
  'drivers.share': write<{ id: Id<'driver'> }>()(
    z.strictObject({
      incidentId: idOf('incident'),
      id: idOf('driver').optional(),
      name: z.string().trim().min(1).max(200),
      uses: z
        .array(z.strictObject({ lineId: idOf('lossLine'), fieldId: z.string().min(1).max(64) }))
        .min(2)
        .max(200)
    })
  )
}
