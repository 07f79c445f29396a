import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { openWorkspace } from './index'
import { sampleToday } from './sample/calendar'
import { tellStory } from './sample/story'

/** Makes the sample workspace at `file` unless one is there; always the same one. Built under a temporary name first. */
export async function buildSample(file: string): Promise<void> {
  if (existsSync(file)) return
  const temporary = `${file}.part`
  for (const end of ['', '-wal', '-shm']) rmSync(temporary + end, { force: true })
  let clock = sampleToday
  const workspace = await openWorkspace(temporary, { create: true, building: true, now: () => clock })
  try {
    await tellStory(workspace, (instant) => (clock = instant))
  } finally {
    await workspace.close()
  }
  const handle = openSync(temporary, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(temporary, file)
}
