import { z } from 'zod'
import { id } from '../values/fields'
import { answerFields, questions } from '../losses/questions/questions'
import { byId, write } from './procedure'

const asked = { incidentId: id, question: z.enum(questions) }

export const questionProcedures = {
  /** Keeps the answer to one of the six questions about an incident, or what is given of it; an incident has one answer to each. */
  'answers.put': write<{ id: string }>()(
    z.strictObject({ ...asked, patch: answerFields.omit({ incidentId: true, question: true }).partial() })
  ),
  'answers.trash': write<{ id: string }>()(byId),
  'answers.restore': write<{ id: string }>()(byId),
  /** Makes one shared quantity of numbers that several lines have each for themselves. */
  'drivers.share': write<{ id: string }>()(
    z.strictObject({
      incidentId: id,
      id: id.optional(),
      name: z.string().trim().min(1).max(200),
      uses: z
        .array(z.strictObject({ lineId: id, fieldId: z.string().min(1).max(64) }))
        .min(2)
        .max(200)
    })
  )
}
