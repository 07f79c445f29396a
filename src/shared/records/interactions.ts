import { cut } from '../values/truncate'

/** What an interaction is called by. */
interface Named {
  subject: string
  notes: string | null
}

const longestTitle = 120

/**
 * Takes an interaction, gives the subject that a person gave it; null where there is none, or where it is the beginning of
 * the notes, as earlier versions stored it.
 */
export function ownSubject({ subject, notes }: Named): string | null {
  const given = subject.trim()
  const start = given.replace(/…$/u, '').trimEnd()
  return start && !notes?.trimStart().startsWith(start) ? given : null
}

/** Takes an interaction, gives what it is called where there is room for a line: its subject, else how its notes begin. For show only. */
export function titleOf(interaction: Named): string {
  const line = (interaction.notes ?? interaction.subject).trim().split('\n', 1)[0]!.trim()
  return ownSubject(interaction) ?? cut(line, longestTitle)
}
