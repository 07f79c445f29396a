import { existsSync, renameSync, rmSync } from 'node:fs'
import { openWorkspace } from './index'
import { tellStory } from './sample/story'

/** The setting that marks a workspace as the sample. */
export const sampleMark = 'sample'

/** The instant at which the sample's story ends: its "today". */
export const sampleToday = '2026-11-20T08:30:00Z'

/** Makes the sample workspace at `file` unless one is there; always the same one. Built under a temporary name first. */
export async function buildSample(file: string): Promise<void> {
  if (existsSync(file)) return
  const temporary = `${file}.part`
  for (const end of ['', '-wal', '-shm']) rmSync(temporary + end, { force: true })
  const workspace = await openWorkspace(temporary, { create: true, now: () => sampleToday, actor: () => 'Redress' })
  try {
    await tellStory(workspace)
  } finally {
    await workspace.close()
  }
  renameSync(temporary, file)
}
