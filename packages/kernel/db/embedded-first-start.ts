import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

/**
 * Makes the files of a new embedded database in a process of its own: making them takes several times the memory that using them does, and a process gives
 * all of it back when it ends. It writes beside the folder, under a name nobody else has, so files half made are never taken for a database and a maker whose
 * server was killed is in nobody's way; it ends by itself. Throws with the last words of the process when it fails.
 */
export async function makeDatabaseFiles(folder: string): Promise<void> {
  if (existsSync(folder)) return
  removeLeftovers(folder)
  const halfMade = `${folder}.making-${process.pid}-${Date.now()}`
  const args = ['--liftoff-only', fileURLToPath(import.meta.url), halfMade]
  const child = spawn(process.execPath, args, { env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2_000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) {
    removeLeftovers(folder)
    throw new Error(words.trim() || `the process that makes the database files ended with ${code}`)
  }
  renameSync(halfMade, folder)
}

/** Removes what makers of the past left behind; one that is still at work keeps what it holds, and the next start removes it. */
function removeLeftovers(folder: string): void {
  if (!existsSync(dirname(folder))) return
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.making-`)) continue
    try {
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
    } catch {
      // It is being written to this moment.
    }
  }
}

if (import.meta.main) {
  const serverGone = () => process.exit(1)
  process.once('disconnect', serverGone)
  const database = await PGlite.create(process.argv[2]!)
  await database.query('checkpoint')
  await database.close()
  process.removeListener('disconnect', serverGone)
  process.disconnect()
}
