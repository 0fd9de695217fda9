import { type FileHandle, open, opendir, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { checkedBlobName } from '@myna/ports/blob-name'
import type { BlobStore } from '@myna/ports/blobs'
import { PortFault } from '@myna/ports/fault'
import { openDraft, prepareDrafts } from './draft.ts'
import { folderFault, isMissing } from './folder-fault.ts'

/** Folder of unfinished writes; no blob can be called so, for no part of a name starts with a dot. */
const unfinished = '.unfinished'
const pieceBytes = 65_536

/**
 * Blobs as files below one folder, readable by this user alone. A write goes to a file aside, is brought to the disk, and only then
 * takes its name: a reader meets the old blob or the new one, whole, also after a crash. Leftovers of interrupted writes are
 * removed a day later.
 */
export function createFolderBlobs(folder: string): BlobStore {
  const root = resolve(folder)
  const aside = join(root, unfinished)
  const pathOf = (name: string) => join(root, ...checkedBlobName(name).split('/'))
  const nameOf = (path: string) => relative(root, path).split(sep).join('/')
  const onDisk = <T>(work: Promise<T>): Promise<T> => work.catch((error) => Promise.reject(folderFault(error, root)))

  let prepared = false
  async function begin() {
    if (!prepared) await prepareDrafts(aside)
    prepared = true
    return openDraft(aside)
  }

  return {
    name: 'folder',

    async put(name, body) {
      const target = pathOf(name)
      const draft = await onDisk(begin())
      try {
        let bytes = 0
        for await (const piece of body) {
          await onDisk(draft.write(piece))
          bytes += piece.byteLength
        }
        await onDisk(draft.publish(target))
        return { bytes }
      } catch (error) {
        await draft.drop().catch(() => {})
        throw error
      }
    },

    async get(name) {
      const path = pathOf(name)
      const about = await onDisk(statOf(path))
      return about?.isFile() ? { bytes: about.size, body: pieces(path, about.size, root) } : undefined
    },

    async delete(name) {
      const path = pathOf(name)
      await onDisk(rm(path, { force: true }).catch(forgiveMissing))
      await removeEmpty(dirname(path), root)
    },

    async *list(prefix) {
      const found = filesBelow(root, (path, isFolder) => {
        const name = nameOf(path)
        return name.startsWith(prefix) || (isFolder && prefix.startsWith(`${name}/`))
      })
      try {
        for await (const path of found) {
          const about = await statOf(path)
          if (about) yield { name: nameOf(path), bytes: about.size }
        }
      } catch (error) {
        throw folderFault(error, root)
      }
    },
  }
}

async function* pieces(path: string, bytes: number, root: string): AsyncGenerator<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    if ((await file.stat()).size !== bytes) throw new PortFault('The blob was replaced before it was read.', { retryable: true })
    for (let at = 0; at < bytes; ) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(pieceBytes, bytes - at)), 0)
      if (bytesRead === 0) throw new PortFault('The blob ends earlier than it should.', { retryable: false })
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw folderFault(error, root)
  } finally {
    await file?.close()
  }
}

/** Files in the order of their names, folder by folder; names that start with a dot are no blobs. */
async function* filesBelow(folder: string, wanted: (path: string, isFolder: boolean) => boolean): AsyncGenerator<string> {
  const entries = []
  try {
    for await (const entry of await opendir(folder)) entries.push(entry)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || !wanted(path, entry.isDirectory())) continue
    if (entry.isDirectory()) yield* filesBelow(path, wanted)
    else if (entry.isFile()) yield path
  }
}

/** Removes folders that have become empty, up to the root. */
async function removeEmpty(folder: string, root: string): Promise<void> {
  for (let path = folder; path !== root; path = dirname(path)) {
    // Not empty, or a write came in between: it stays.
    if (
      await rmdir(path).then(
        () => false,
        () => true,
      )
    )
      return
  }
}

async function statOf(path: string) {
  return stat(path).catch(forgiveMissing)
}

function forgiveMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error
}
