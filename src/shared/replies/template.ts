import { z } from 'zod'
import { id, language, text } from '../values/fields'

/** A beginning of answers that a person wrote; what stands in braces is filled in, as in {name} or {order}. */
export const replyTemplate = z.strictObject({ id, name: text(100), language, body: text(20_000) })
export type ReplyTemplate = z.infer<typeof replyTemplate>

/** What a template may ask to be filled in. */
export const templateFields = ['name', 'subject', 'order', 'promised', 'promise', 'when', 'me', 'organisation'] as const
