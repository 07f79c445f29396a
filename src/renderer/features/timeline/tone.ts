import type { TimelineEvent } from '../../../shared/records/timeline'

/** Takes an event, gives the colour of its meaning: late, loss, kept, or none. */
export function eventTone({ kind, step, state }: TimelineEvent): 'late' | 'loss' | 'kept' | '' {
  if (kind === 'promise' && step === 'closed')
    return state === 'broken' ? 'loss' : state === 'kept' ? 'kept' : state === 'kept-late' ? 'late' : ''
  if (kind === 'promise' && step === 'due' && state === 'overdue') return 'late'
  if (kind === 'order' && (step === 'promised' || step === 'needed') && state === 'late') return 'late'
  if (kind === 'order' && step === 'received' && state === 'received-late') return 'late'
  if (kind === 'incident' && step === 'began') return 'loss'
  if (kind === 'voice' && state === 'concern') return 'late'
  if (kind === 'voice' && state === 'praise') return 'kept'
  return ''
}
