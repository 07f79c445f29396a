import { z } from 'zod'
import type { CallSheet } from '../call-sheet/types'
import { idOf, language } from '../values/fields'
import { read } from './procedure'

export const callSheetProcedures = {
  /** The page to have at hand before a call with a customer. Error: not-found. */
  'callSheet.get': read<CallSheet>()(z.strictObject({ customerId: idOf('customer'), language, paper: z.enum(['a4', 'letter']) }))
}
