import { existsSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { PGlite } from '@electric-sql/pglite'

/**
 * Makes the files of a new embedded database in a process of its own: making them takes several times the memory that using them does, and a process gives
 * all of it back when it ends. Files half made are never taken for a database. Throws with the last words of the process when it fails.
 */
export async function makeDatabaseFiles(folder: string): Promise<void> {
  if (existsSync(folder)) return
  const halfMade = `${folder}.making`
  rmSync(halfMade, { recursive: true, force: true })
  const args = ['--liftoff-only', fileURLToPath(import.meta.url), halfMade]
  const child = spawn(process.execPath, args, { env: {}, stdio: ['ignore', 'ignore', 'pipe'] })
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2_000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(words.trim() || `the process that makes the database files ended with ${code}`)
  renameSync(halfMade, folder)
}

if (import.meta.main) {
  const database = await PGlite.create(process.argv[2]!)
  await database.query('checkpoint')
  await database.close()
}
