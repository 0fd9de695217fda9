import type { CallTurn } from '@myna/contracts/calls'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentTurn } from '#store/present.ts'
import type { Entry, LedgerWriter } from '#streams/ledger-writer.ts'

export type Transcript = ReturnType<typeof createTranscript>

/**
 * The kept side of a call: its turns and its ledger. Writes are done in the order they are asked for and never reject: they resolve to whether all went well, and
 * `onFailure` hears why not.
 */
export function createTranscript(context: Context, ledger: LedgerWriter, callId: string, onFailure: (error: unknown) => void) {
  const { db, caller, tenantId, clock } = context
  const pending = new Set<Promise<boolean>>()

  function add(entry: Omit<Entry, 'id' | 'callId' | 'at'>, now = false): { safe: boolean; written: Promise<boolean> } {
    const { safe, kept } = ledger.add(context, { ...entry, callId, at: clock.now() }, { now })
    const written = kept.then(
      () => true,
      (error: unknown) => {
        onFailure(error)
        return false
      },
    )
    pending.add(written)
    void written.then(() => pending.delete(written))
    return { safe, written }
  }

  return {
    turns: async (): Promise<CallTurn[]> => (await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).listTurns(callId))).map(presentTurn),
    /** Keeps a turn as it is known now, in the place of what was kept of it before. Resolves to what was kept. */
    async save(turn: CallTurn, event: 'turn' | 'turn.sounded' | 'turn.cut' = 'turn'): Promise<CallTurn | undefined> {
      return (await add({ event, detail: { turnId: turn.id, speaker: turn.speaker, text: turn.text }, turn }).written) ? turn : undefined
    },
    /** Notes words of the agent in the ledger; they may be spoken once this is true: when no death of this process can undo it. */
    noteWords(turnId: string, text: string, atMs: number): Promise<boolean> {
      const { safe, written } = add({ event: 'agent.words', detail: { turnId, text, atMs } }, true)
      return safe ? Promise.resolve(true) : written
    },
    /** Notes what happened. */
    note: (event: string, detail: Record<string, unknown>): Promise<boolean> => add({ event, detail }).written,
    /** Resolves when all writes asked for so far are done. */
    settled: async (): Promise<void> => void (await Promise.all(pending)),
  }
}
