import { sampleMark } from '../settings'
import type { Workspace } from '../index'
import { sampleToday } from './calendar'
import { aegean } from './aegean'
import { bituin } from './bituin'
import { fjellvik } from './fjellvik'
import { halden } from './halden'
import { helgi } from './helgi'
import { levante } from './levante'
import { tahe } from './tahe'
import type { Entry } from './story-builder'
import { vector } from './vector'
import type { Instant } from '../../shared/values/flavours'

/** All customers' stories, each collected on its own. */
const stories: (() => Entry[])[] = [halden, aegean, levante, tahe, bituin, vector, fjellvik, helgi]

/** Writes the sample's customers and their year and a half, everything at its time. `setClock` is told each time. */
export async function tellStory(workspace: Workspace, setClock: (instant: Instant) => void): Promise<void> {
  const entries = stories.flatMap((story) => story()).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  setClock(entries[0]!.at)
  await workspace.call('workspace.configure', {
    advocate: 'Maria Ilves',
    organisation: 'Nordhaven Cooling',
    currency: 'EUR',
    timeZone: 'Europe/Tallinn',
    language: 'en',
    theme: 'system',
    paper: 'a4',
    replyHours: 24
  })
  for (const entry of entries) {
    setClock(entry.at)
    await entry.write(workspace)
  }
  setClock(sampleToday)
  await workspace.store.journal!.change(async (change) => {
    change.says('build', 'setting', '')
    await change.db
      .insertInto('setting')
      .values({ id: sampleMark, createdAt: change.at, updatedAt: change.at, trashedAt: null, value: JSON.stringify(sampleToday) })
      .execute()
  })
}
