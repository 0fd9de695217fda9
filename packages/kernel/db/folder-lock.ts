import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseRefusal } from '#db/database-refusal.ts'

const sqliteBusy = 5

/** Locks in force: one that nobody referred to any more would be closed by the garbage collector, and its folder open to a second process. */
const locksHeld = new Set<DatabaseSync>()

/**
 * Claims a folder for this process until the returned function is called or the process dies, however it dies.
 * The claim is SQLite's exclusive lock on `<folder>/lock`: the one lock Node can take that the operating system itself gives back
 * and that holds between containers which share the folder. Makes the folder when absent.
 * Throws `DatabaseRefusal` when another process holds it, or when nothing can be written there.
 */
export function lockFolder(folder: string): () => void {
  const holder = join(folder, 'lock-holder')
  let lock: DatabaseSync | undefined
  try {
    makeFolder(folder)
    lock = new DatabaseSync(join(folder, 'lock'))
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
    writeFileSync(holder, `process ${process.pid} on ${hostname()}`)
  } catch (error) {
    lock?.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) {
      throw new DatabaseRefusal(`The data folder ${folder} is in use by another Myna (${readHolder(holder)}). Stop it first, or give this one another folder.`)
    }
    throw folderRefusal(folder, error)
  }
  const held = lock
  locksHeld.add(held)
  return () => {
    if (!held.isOpen) return
    locksHeld.delete(held)
    rmSync(holder, { force: true })
    held.close()
  }
}

/** The sentence for a folder that cannot be used, from the error of the operating system. */
export function folderRefusal(folder: string, error: unknown): DatabaseRefusal {
  const text = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const says = (...words: string[]) => words.some((it) => code === it || text.includes(it))
  if (says('ENOSPC', 'EDQUOT', 'No space left', 'database or disk is full', 'could not extend file', '53100'))
    return new DatabaseRefusal(`There is no room left for the data folder ${folder}. Free some space on that disk and start again.`, { cause: error })
  if (says('EROFS', 'Read-only file system', 'readonly database'))
    return new DatabaseRefusal(`The data folder ${folder} is on a read-only disk. Myna needs to write there.`, { cause: error })
  if (says('EACCES', 'EPERM', 'Permission denied', 'unable to open database file'))
    return new DatabaseRefusal(`This user may not write to the data folder ${folder}. Change its owner, or choose another folder.`, { cause: error })
  if (says('ENOTDIR', 'EEXIST')) return new DatabaseRefusal(`The data folder ${folder} is a file, or lies below one. Choose another path.`, { cause: error })
  return new DatabaseRefusal(`The data folder ${folder} cannot be used: ${text}`, { cause: error })
}

/** By hand, since `recursive` of Node never returns where a folder cannot be made below one that exists, as in /proc. */
function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (there) throw new Error('ENOTDIR')
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return 'unknown process'
  }
}
