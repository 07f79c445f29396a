import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, sep } from 'node:path'

/** A folder that another program keeps in step with other computers, or one that is on another computer. */
export type Surroundings = { is: 'synced'; service: string } | { is: 'network' }

/** Folders by their names, and by what their programs leave in them. */
const services: { service: string; name?: RegExp; mark?: readonly string[] }[] = [
  { service: 'OneDrive', name: /^OneDrive( - .+|-.+)?$/i },
  { service: 'iCloud Drive', name: /^(com~apple~CloudDocs|iCloud ?Drive)$/i },
  { service: 'Dropbox', name: /^Dropbox( \(.+\)|-.+)?$/i, mark: ['.dropbox', '.dropbox.cache'] },
  { service: 'Google Drive', name: /^(Google ?Drive|GoogleDrive-.+)$/i, mark: ['.tmp.drivedownload', '.tmp.driveupload'] },
  { service: 'Nextcloud', name: /^Nextcloud\d*$/i, mark: ['.nextcloudsync.log', '.sync-exclude.lst'] },
  { service: 'ownCloud', name: /^ownCloud$/i, mark: ['.owncloudsync.log'] },
  { service: 'Syncthing', mark: ['.stfolder'] },
  { service: 'Box', name: /^Box( Sync|-Box)?$/ },
  { service: 'pCloud', name: /^pCloud ?Drive$/i },
  { service: 'Seafile', name: /^Seafile$/i, mark: ['.seafile-data'] }
]

/** Of Linux' statfs: NFS, SMB, CIFS, SMB2, AFS, Ceph, Coda, 9P. Drives over FUSE are told by their mounts. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x73757245, 0x01021997])
const networkMounts = /^(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|davfs|fuse\.(sshfs|rclone|davfs\d?|gvfsd-fuse|s3fs|curlftpfs))$/

/** Takes the path of a file, gives what is special about where it is; null for an ordinary folder. */
export function surroundingsOf(file: string, home = homedir()): Surroundings | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const name = folder.split(/[\\/]/).at(-1) ?? ''
    for (const { service, name: known, mark } of services) {
      // a name counts only below a home folder, where these programs put theirs
      const below = folder.startsWith(home + sep) || /^[A-Za-z]:\\|^\/(home|Users|Volumes)\//.test(folder)
      if ((known?.test(name) && below) || mark?.some((each) => existsSync(join(folder, each)))) return { is: 'synced', service }
    }
    if (folder === dirname(folder)) break
  }
  return onNetwork(file) ? { is: 'network' } : null
}

function onNetwork(file: string): boolean {
  if (/^[\\/]{2}[^\\/?.]/.test(file) || /^\\\\\?\\UNC\\/i.test(file) || /\/gvfs\/|^\/net\//.test(file)) return true
  if (process.platform !== 'linux') return false
  try {
    return networkTypes.has(statfsSync(dirname(file)).type >>> 0) || networkMounts.test(mountTypeOf(file))
  } catch {
    return false
  }
}

/** The type of the mount that a file is on, from the kernel's list. */
function mountTypeOf(file: string): string {
  let found = { at: '', type: '' }
  for (const line of readFileSync('/proc/self/mounts', 'utf8').split('\n')) {
    const [, at = '', type = ''] = line.split(' ').map((part) => part.replaceAll('\\040', ' '))
    if (at.length >= found.at.length && (file === at || file.startsWith(at === '/' ? '/' : `${at}/`))) found = { at, type }
  }
  return found.type
}
