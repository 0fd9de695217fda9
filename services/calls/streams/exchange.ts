import type { Context } from '#context.ts'
import type { CallSession } from '#streams/call-session.ts'
import { createShelf, type Shelf } from '#streams/recording/shelf.ts'
import { createWheel, type Wheel } from '#streams/wheel.ts'

/** What the calls of one process share: the clock of their sound, the place of their recordings, and who is on the line. */
export type Exchange = {
  readonly wheel: Wheel
  /** Sessions of this process, by call. */
  readonly sessions: Map<string, CallSession>
  /** Sessions that have yet to end as they should, whether or not they are on the line still. */
  readonly ending: Set<Promise<unknown>>
  shelf(context: Context): Shelf
}

export function createExchange(): Exchange {
  let shelf: Shelf | undefined
  return {
    wheel: createWheel(),
    sessions: new Map(),
    ending: new Set(),
    shelf: ({ ports, vault }) => (shelf ??= createShelf({ folder: ports.recordingFolder, blobs: ports.recordings, vault })),
  }
}
