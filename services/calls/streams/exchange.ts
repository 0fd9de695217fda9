import type { Context } from '#context.ts'
import { type Beats, createBeats } from '#streams/beats.ts'
import type { CallSession } from '#streams/call-session.ts'
import { type LedgerJournal, openLedgerJournal } from '#streams/ledger-journal.ts'
import { createLedgerWriter, type LedgerWriter, readLeftJournals } from '#streams/ledger-writer.ts'
import { createShelf, type Shelf } from '#streams/recording/shelf.ts'
import { createWheel, type Wheel } from '#streams/wheel.ts'

/** What the calls of one process share: the clock of their sound, who writes what they want kept, who says that they live, the place of their recordings, and who is on the line. */
export type Exchange = {
  readonly wheel: Wheel
  readonly ledger: LedgerWriter
  readonly beats: Beats
  /** Sessions of this process, by call. */
  readonly sessions: Map<string, CallSession>
  /** Sessions that have yet to end as they should, whether or not they are on the line still. */
  readonly ending: Set<Promise<unknown>>
  /** Opens the journal, and brings into the database what a process before this one had only in its own. */
  open(context: Context): Promise<void>
  close(): void
  shelf(context: Context): Shelf
}

export function createExchange(): Exchange {
  let shelf: Shelf | undefined
  let journal: LedgerJournal | undefined
  return {
    wheel: createWheel(),
    ledger: createLedgerWriter(() => journal),
    beats: createBeats(),
    sessions: new Map(),
    ending: new Set(),
    async open(context) {
      journal = openLedgerJournal(context.ports.ledgerFolder)
      await readLeftJournals(context, journal)
    },
    close() {
      journal?.close()
      journal = undefined
    },
    shelf: ({ ports, vault }) => (shelf ??= createShelf({ folder: ports.recordingFolder, blobs: ports.recordings, vault })),
  }
}
