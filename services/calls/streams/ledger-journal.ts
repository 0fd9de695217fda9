import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '#streams/ledger-writer.ts'

/** A file that grows beyond this is followed by another. */
const fileBytes = 1_048_576
const ending = '.journal'

/** An entry on its way to the database. */
export type Journalled = { tenantId: string; entry: Entry }

type File = { path: string; handle: number; bytes: number; pending: number }

export type LedgerJournal = ReturnType<typeof openLedgerJournal>

/**
 * A journal of this process beside the database: an entry stands in it within microseconds of being asked for and survives the death of the process, so that nobody waits for
 * the database before they speak. What is asked for in one breath is written at once, at its end or when somebody wants to be sure (`flush`). Files are removed when all that is in them is in the database; those of a process that died are read by the next one. Not
 * synced to the disk: like the embedded database, it survives a process, not a power failure.
 */
export function openLedgerJournal(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let count = 0
  let current: File | undefined
  /** Lines for the current file that are not in it yet. */
  let lines = ''
  let flushing: NodeJS.Immediate | undefined

  function fileForNext(): File {
    if (current && current.bytes < fileBytes) return current
    flush()
    const old = current
    const path = join(folder, `${process.pid}-${Date.now()}-${++count}${ending}`)
    current = { path, handle: openSync(path, 'wx', 0o600), bytes: 0, pending: 0 }
    if (old) removeIfDone(old)
    return current
  }

  function removeIfDone(file: File): void {
    if (file.pending > 0 || file === current) return
    closeSync(file.handle)
    unlinkSync(file.path)
  }

  function flush(): boolean {
    clearImmediate(flushing)
    flushing = undefined
    if (lines === '' || !current) return true
    const all = lines
    lines = ''
    try {
      for (let left = Buffer.from(all); left.byteLength > 0; ) left = left.subarray(writeSync(current.handle, left))
      return true
    } catch {
      // Half a line may stand there: what follows it must not be lost with it.
      lines = '\n'
      return false
    }
  }

  return {
    /** Takes an entry, which is in the journal before this breath ends; gives what to call once it is in the database. Undefined when there is no file for it. */
    write(it: Journalled): (() => void) | undefined {
      try {
        const file = fileForNext()
        const line = `${JSON.stringify(it)}\n`
        lines += line
        file.bytes += Buffer.byteLength(line)
        file.pending++
        flushing ??= setImmediate(flush)
        return () => {
          file.pending--
          removeIfDone(file)
        }
      } catch {
        return undefined
      }
    },
    /** Writes what was taken so far; false when something of it could not be written. */
    flush,
    /** Entries that processes which live no more have left, oldest first, and how to forget them once they are in the database. */
    left(): { entries: Journalled[]; forget(): void }[] {
      return readdirSync(folder)
        .filter((it) => it.endsWith(ending) && !isAlive(Number(it.split('-')[0])))
        .toSorted((a, b) => timeOf(a) - timeOf(b))
        .map((name) => ({ entries: entriesIn(readFileSync(join(folder, name), 'utf8')), forget: () => unlinkSync(join(folder, name)) }))
    },
    /** Closes the file; it stays when something in it is not in the database. */
    close(): void {
      flush()
      const last = current
      current = undefined
      if (last) removeIfDone(last)
    },
  }
}

const timeOf = (name: string) => Number(name.split('-')[1])

/** The lines of a file; the last may have been cut off. */
function entriesIn(text: string): Journalled[] {
  return text.split('\n').flatMap((line) => {
    try {
      const { tenantId, entry } = JSON.parse(line) as Journalled
      return [{ tenantId, entry: { ...entry, at: new Date(entry.at) } }]
    } catch {
      return []
    }
  })
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
