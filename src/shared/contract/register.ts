import { registerFilter, type RegisterPage } from '../records/register'
import { idOf } from '../values/fields'
import { read } from './procedure'

export const registerProcedures = {
  /** What all customers need, wish and fear, the newest first, a page at a time. */
  'voice.register': read<RegisterPage>()(registerFilter.extend({ after: idOf('voice').optional() }))
}
