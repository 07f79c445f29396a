import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { preferencesIn } from '../../../src/main/preferences'
import { newsOf } from '../../../src/main/news'

it('where a file is, is said once for each file, and again by no later start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-news-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const opened = { readOnlyWhy: null, unchecked: false, searchMended: false, newer: null }
  const synced = { ...opened, surroundings: { is: 'synced', service: 'Nextcloud' } as const }
  const kept = preferencesIn(folder)
  expect(newsOf('/home/ann/Nextcloud/Book.redress', synced, kept)).toEqual([expect.stringContaining('Nextcloud')])
  expect(newsOf('/home/ann/Nextcloud/Book.redress', synced, kept)).toEqual([])
  expect(newsOf('/home/ann/Nextcloud/Book.redress', synced, preferencesIn(folder))).toEqual([])
  const network = { ...opened, surroundings: { is: 'network' } as const }
  expect(newsOf('/mnt/team/Book.redress', network, preferencesIn(folder))).toEqual([expect.stringContaining('network drive')])
  expect(newsOf('/home/ann/Book.redress', { ...opened, surroundings: null }, kept)).toEqual([])
})
