import type { Readable } from 'node:stream'
import { open, fromBuffer, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { bytesOfStream, type Bytes } from '../bytes'
import { megabytes, mostBytes, mostEntries, mostPacking, mostUnpacked } from '../limits'

/** So little is never a bomb, however well it is packed. */
const harmless = 64 * 1024 * 1024

/** What Finder and Explorer leave in archives. */
const leavings = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._[^/]*$)/i

/**
 * Takes the bytes of an archive, gives the files in it; nothing is unpacked yet, and no name in it is ever a path. Errors:
 * invalid, when it cannot be read, holds too many files, or would unpack to more than there is room for.
 */
export async function filesInZip(bytes: Bytes): Promise<Bytes[]> {
  const file = bytes.name
  const zip = await opened(bytes).catch(() => {
    throw new Refusal('invalid', m.imports_archive_broken({ file }))
  })
  if (zip.entryCount > mostEntries)
    throw new Refusal('invalid', m.imports_archive_many({ file, count: String(zip.entryCount), maximum: String(mostEntries) }))
  const entries = await entriesOf(zip).catch(() => {
    throw new Refusal('invalid', m.imports_archive_broken({ file }))
  })
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const bomb = unpacked > harmless && unpacked > bytes.size * mostPacking
  if (bomb || unpacked > mostUnpacked || entries.some(({ uncompressedSize }) => uncompressedSize > mostBytes))
    throw new Refusal('invalid', m.imports_archive_large({ file, size: megabytes(unpacked) }))
  return entries.flatMap((entry) => {
    const name = nameOf(entry)
    if (name.endsWith('/') || leavings.test(name) || entry.uncompressedSize === 0) return []
    if (entry.isEncrypted()) throw new Refusal('invalid', m.imports_archive_locked({ file }))
    return [bytesOfStream(withoutSteps(name), entry.uncompressedSize, () => contentOf(zip, entry))]
  })
}

const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true }

async function opened(bytes: Bytes): Promise<ZipFile> {
  const whole = bytes.path ? null : await bytes.all()
  return new Promise((resolve, reject) => {
    const given = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip))
    if (whole) fromBuffer(whole, options, given)
    else open(bytes.path!, options, given)
  })
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > mostEntries) reject(new Error('too many entries'))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

const contentOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })

const nameOf = ({ generalPurposeBitFlag, fileName, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileName as unknown as Buffer, extraFields, false).replaceAll('\\', '/')

/** A name for people, without the steps out of its folder that some archives try. */
const withoutSteps = (name: string): string =>
  name
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/')
