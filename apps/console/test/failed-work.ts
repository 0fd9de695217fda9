import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const server = fileURLToPath(new URL('../../server/', import.meta.url))

/** A data folder in which three jobs have failed for good; written before a server stands on it, for its database is there for one process at a time. */
export async function folderOfFailedWork(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'myna-failed-'))
  const env = { ...process.env, MYNA_DATA: folder, DATABASE_URL: '', MYNA_LOG_LEVEL: 'warn' }
  await run(process.execPath, ['main.ts', 'migrate'], { cwd: server, env })
  await run(process.execPath, ['test/fail-for-good.ts'], { cwd: server, env })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
