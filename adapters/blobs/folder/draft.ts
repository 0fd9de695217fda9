import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A write that has not taken its name yet. */
export type Draft = {
  write(piece: Uint8Array): Promise<void>
  /** Brings what was written to the disk and gives it its name, over whatever had it. */
  publish(target: string): Promise<void>
  /** Gives up; nothing is left behind. */
  drop(): Promise<void>
}

/** An unfinished write this old has lost its writer. */
const leftoverMs = 24 * 60 * 60 * 1000

/** Begins a write in the folder for unfinished ones. */
export async function openDraft(folder: string): Promise<Draft> {
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx', 0o600)
  return {
    async write(piece) {
      for (let at = 0; at < piece.byteLength; ) at += (await file.write(piece, at)).bytesWritten
    },
    async publish(target) {
      await file.sync()
      await file.close()
      await rename(path, target).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        await rename(path, target)
      })
      await syncFolder(dirname(target))
    },
    async drop() {
      await file.close().catch(() => {})
      await rm(path, { force: true })
    },
  }
}

/** Makes the folder for unfinished writes and removes what interrupted ones left there a day ago or earlier. */
export async function prepareDrafts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name)
    const about = await stat(path).catch(() => undefined)
    if (about && Date.now() - about.mtimeMs > leftoverMs) await rm(path, { recursive: true, force: true })
  }
}

/** A new name is durable only once its folder is; where folders cannot be synchronised there is nothing to do. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
