import { execFileSync, execSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Redress } from './support/app'

// What a person sees, in two languages, when something was done with the file: rename, move, delete, replace, copy, a second
// name, a clock at 2020, a medium that was made read-only. With REDRESS_PICTURES each screen is kept as pictures,
// light and dark.

const add = (redress: Redress, name: string) => redress.ask('customers.create', { name, currency: 'EUR' })
const names = async (redress: Redress) => (await redress.ask('customers.list', {})).map(({ name }) => name).sort()
const heading = (redress: Redress) => redress.page.getByRole('heading', { level: 1 })
const alert = (redress: Redress) => redress.page.getByRole('main').getByRole('alert')

async function open(redress: Redress, file: string): Promise<void> {
  await redress.dialogs({ choose: file })
  await redress.ask('shell.openWorkspace', {})
  await redress.dialogs({})
}

async function picture(redress: Redress, name: string): Promise<void> {
  if (!process.env.REDRESS_PICTURES) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await redress.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await redress.page.screenshot({ path: join(process.env.REDRESS_PICTURES, `file-${name}-${colorScheme}.png`) })
  }
  await redress.page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** A library that lets a program believe in another time; null where it cannot be built. */
function clockLibrary(folder: string): string | null {
  const library = join(folder, 'clock.so')
  const built = spawnSync('gcc', ['-O1', '-shared', '-fPIC', '-o', library, 'test/power/clock.c', '-ldl'])
  return built.status === 0 ? library : null
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0
const words = {
  en: {
    followed: 'is now Renamed.redress',
    left: 'Moved.redress is no longer where it was',
    deleted: 'was deleted while it was open',
    replaced: 'Another file took the place of',
    saved: /^Open .* saved .*\.redress$/,
    over: 'wrote over',
    anyway: 'Open what is there',
    second: 'open under another name',
    desk: 'Desk',
    backups: /backups/i,
    restored: 'Before a restore',
    medium: "Read only: this file is on a medium that can't be written to.",
    tooLong: 'took too long'
  },
  el: {
    followed: 'τώρα είναι το Renamed.redress',
    left: 'Το Moved.redress δεν βρίσκεται πια στη θέση του',
    deleted: 'διαγράφηκε ενώ ήταν ανοιχτό',
    replaced: 'Ένα άλλο αρχείο πήρε τη θέση του',
    saved: /^Άνοιγμα του .* saved .*\.redress$/,
    over: 'έγραψε πάνω στο',
    anyway: 'Άνοιγμα όσων υπάρχουν',
    second: 'με άλλο όνομα',
    desk: 'Γραφείο',
    backups: /αντίγραφα/i,
    restored: 'Πριν από επαναφορά',
    medium: 'Μόνο για ανάγνωση',
    tooLong: 'κράτησε υπερβολικά'
  }
} as const

for (const language of ['en', 'el'] as const) {
  const said = words[language]

  test(`a file that is renamed, moved, deleted, replaced, copied, or has a second name: ${language}`, async ({
    launch,
    folder
  }) => {
    const file = join(folder, 'Book.redress')
    const redress = await launch({ workspace: file, create: true })
    const { page } = redress
    await redress.ask('workspace.configure', { language })
    await add(redress, 'One')

    await test.step('copied: the copy has it all', async () => {
      copyFileSync(file, join(folder, 'Copy.redress'))
      await open(redress, join(folder, 'Copy.redress'))
      expect(await names(redress)).toEqual(['One'])
      await picture(redress, `${language}-copy`)
      await open(redress, file)
    })

    await test.step('a second name', async () => {
      linkSync(file, join(folder, 'Second.redress'))
      // no workspace is open that says a language: it is the computer's
      const other = await launch({ workspace: join(folder, 'Second.redress'), env: { LANGUAGE: language } })
      await expect(alert(other)).toContainText(said.second)
      await picture(other, `${language}-second-name`)
      await other.close()
      rmSync(join(folder, 'Second.redress'))
    })

    await test.step('renamed', async () => {
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog')).toBeVisible()
      renameSync(file, join(folder, 'Renamed.redress'))
      await expect(page.getByText(said.followed)).toBeVisible()
      // news, calmly: it interrupts nothing, takes no focus, and stays until it is dismissed
      await expect(page.getByRole('alert')).toHaveCount(0)
      expect(await page.evaluate(() => document.activeElement?.closest('.notices') ?? null)).toBeNull()
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.press('Escape')
      await picture(redress, `${language}-renamed`)
      await add(redress, 'Two')
    })

    await test.step('moved, and at once deleted where it went: all of it stands beside', async () => {
      mkdirSync(join(folder, 'Elsewhere'))
      const moved = join(folder, 'Elsewhere', 'Moved.redress')
      renameSync(join(folder, 'Renamed.redress'), moved)
      await expect
        .poll(async () => (await redress.answer('workspace.info', {})) as { result?: { name: string } })
        .toMatchObject({
          result: { name: 'Moved' }
        })
      await picture(redress, `${language}-moved`)
      rmSync(moved)
      await expect(heading(redress)).toHaveText(said.left)
      await expect(alert(redress)).toContainText(said.deleted)
      // what was said of the file before is no longer so
      await expect(page.getByText(said.followed.replace('Renamed', 'Moved'))).toHaveCount(0)
      await picture(redress, `${language}-deleted`)
      await page.getByRole('button', { name: said.saved }).click()
      await expect.poll(() => names(redress).catch(() => [])).toEqual(['One', 'Two'])
    })

    await test.step('replaced', async () => {
      await open(redress, join(folder, 'Copy.redress'))
      writeFileSync(join(folder, 'Other'), 'not ours')
      renameSync(join(folder, 'Other'), join(folder, 'Copy.redress'))
      await expect(alert(redress)).toContainText(said.replaced)
      await picture(redress, `${language}-replaced`)
      await page.getByRole('button', { name: said.saved }).click()
      await expect.poll(() => names(redress).catch(() => [])).toEqual(['One'])
    })

    await test.step('written over by an older copy: told, and nothing is mixed', async () => {
      const mine = join(
        folder,
        readdirSync(folder).find((name) => name.startsWith('Copy saved'))!
      )
      copyFileSync(mine, join(folder, 'old'))
      await add(redress, 'Four')
      copyFileSync(join(folder, 'old'), mine)
      await expect(alert(redress)).toContainText(said.over)
      await picture(redress, `${language}-written-over`)
      await page.getByRole('button', { name: said.anyway }).click()
      await expect.poll(() => names(redress).catch(() => [])).toEqual(['One'])
      expect(await redress.ask('journal.verify', {})).toMatchObject({ ok: true })
    })

    await test.step('a process that never answers is given up, and what was open is opened again', async () => {
      const other = join(folder, 'Third.redress')
      copyFileSync(
        join(
          folder,
          readdirSync(folder).find((name) => name.startsWith('Copy saved'))!
        ),
        other
      )
      const pid = await redress.app.evaluate(({ app }) => {
        const real = globalThis.setTimeout
        // a minute and more is a second
        globalThis.setTimeout = ((work: () => void, ms: number) => real(work, ms >= 60_000 ? 1_000 : ms)) as typeof setTimeout
        return app.getAppMetrics().find(({ name, serviceName }) => `${name} ${serviceName}`.includes('Redress workspace'))?.pid
      })
      process.kill(pid!, 'SIGSTOP')
      await redress.dialogs({ choose: other })
      const refused = await redress.answer('shell.openWorkspace', {})
      expect(refused).toMatchObject({ error: { message: expect.stringContaining(said.tooLong) } })
      await expect.poll(() => names(redress).catch(() => []), { timeout: 20_000 }).toEqual(['One'])
      expect(await redress.ask('workspace.info', {})).toMatchObject({ readOnly: false })
    })
  })

  test(`a clock at 2020: nothing is lost, let go or called older: ${language}`, async ({ launch, folder }) => {
    const library = clockLibrary(folder)
    test.skip(!library, 'gcc is needed to set a clock for one program')
    const file = join(folder, 'Book.redress')
    const first = await launch({ workspace: file, create: true })
    await first.ask('workspace.configure', { language })
    await add(first, 'One')
    await first.close()
    const made = () => readdirSync(join(folder, 'Book backups'))
    expect(made()).toHaveLength(1)
    const offset = Math.round((Date.UTC(2020, 0, 15, 9) - Date.now()) / 1_000)
    const env = { LD_PRELOAD: library!, CLOCK_OFFSET: String(offset) }
    const back = await launch({ userData: first.userData, sample: false, env })
    expect(await back.page.evaluate(() => new Date().getFullYear())).toBe(2020)
    await expect(heading(back)).toHaveText(said.desk)
    expect(await names(back)).toEqual(['One'])
    await add(back, 'Two')
    // a restore makes a backup of what it replaces, and none goes that is newer by its number
    await back.dialogs({ button: 0 })
    const [oldest] = (await back.ask('workspace.backups', {})).toReversed()
    expect(await back.ask('shell.restore', { backup: oldest!.name })).toEqual({ opened: true })
    expect(await names(back)).toEqual(['One'])
    expect(await back.ask('workspace.backups', {})).toMatchObject([{ why: 'before-restore' }, { why: 'quit' }])
    await back.page.keyboard.press('Control+,')
    await back.page.getByRole('tab', { name: said.backups }).click()
    await expect(back.page.getByRole('cell', { name: said.restored })).toBeVisible()
    await picture(back, `${language}-clock-2020`)
    await add(back, 'Three')
    await back.close()
    expect(made()).toHaveLength(3)
    const again = await launch({ userData: first.userData, sample: false })
    await expect(heading(again)).toHaveText(said.desk)
    expect(await names(again)).toEqual(['One', 'Three'])
    expect(await again.ask('journal.verify', {})).toMatchObject({ ok: true })
  })

  test(`a medium that was made read-only: ${language}`, async ({ launch, folder }) => {
    test.skip(!canMount, 'only root may mount')
    const medium = join(folder, 'medium')
    mkdirSync(medium)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', medium])
    try {
      const redress = await launch({ workspace: join(medium, 'Book.redress'), create: true })
      await redress.ask('workspace.configure', { language })
      await add(redress, 'One')
      await redress.close()
      execSync(`mount -o remount,ro ${medium}`)
      const again = await launch({ userData: redress.userData, sample: false })
      await expect(again.page.getByText(said.medium).first()).toBeVisible()
      await picture(again, `${language}-medium`)
      expect(await names(again)).toEqual(['One'])
      await again.close()
      expect(existsSync(join(medium, 'Book.redress-wal'))).toBe(false)
    } finally {
      execFileSync('umount', ['-l', medium])
    }
  })
}
