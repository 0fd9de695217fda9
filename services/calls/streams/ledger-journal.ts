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
 * A journal of this process beside the database: an entry stands in it within microseconds and survives the death of the process, so that nobody waits for the
 * database before they speak. Files are removed when all that is in them is in the database; those of a process that died are read by the next one. Not
 * synced to the disk: like the embedded database, it survives a process, not a power failure.
 */
export function openLedgerJournal(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let count = 0
  let current: File | undefined

  function fileForNext(): File {
    if (current && current.bytes < fileBytes) return current
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

  return {
    /** Writes an entry; gives what to call once it is in the database. Undefined when it cannot be written. */
    write(it: Journalled): (() => void) | undefined {
      try {
        const file = fileForNext()
        file.bytes += writeSync(file.handle, `${JSON.stringify(it)}\n`)
        file.pending++
        return () => {
          file.pending--
          removeIfDone(file)
        }
      } catch {
        return undefined
      }
    },
    /** Entries that processes which live no more have left, oldest first, and how to forget them once they are in the database. */
    left(): { entries: Journalled[]; forget(): void }[] {
      return readdirSync(folder)
        .filter((it) => it.endsWith(ending) && !isAlive(Number(it.split('-')[0])))
        .toSorted((a, b) => timeOf(a) - timeOf(b))
        .map((name) => ({ entries: entriesIn(readFileSync(join(folder, name), 'utf8')), forget: () => unlinkSync(join(folder, name)) }))
    },
    /** Closes the file; it stays when something in it is not in the database. */
    close(): void {
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
