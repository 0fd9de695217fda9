import type { CallTurn } from '@myna/contracts/calls'
import { redact } from '@myna/understanding'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentTurn } from '#store/present.ts'

export type Transcript = ReturnType<typeof createTranscript>

/**
 * The kept side of a call: its turns and its ledger. Writes are done in the order they are asked for and never reject: they resolve to whether
 * all went well, and `onFailure` hears why not.
 */
export function createTranscript({ db, caller, tenantId, clock }: Context, callId: string, onFailure: (error: unknown) => void) {
  let last: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const done = last.then(work).catch((error: unknown) => {
      onFailure(error)
      return undefined
    })
    last = done
    return done
  }
  const inTenant = <T>(work: (queries: ReturnType<typeof createCallQueries>) => Promise<T>) =>
    db.inTenant(caller, (tx) => work(createCallQueries(tx, tenantId)))
  return {
    turns: async (): Promise<CallTurn[]> => (await inTenant((queries) => queries.listTurns(callId))).map(presentTurn),
    /** Keeps a turn as it is known now, in the place of what was kept of it before. Resolves to what was kept. */
    save: (it: CallTurn | Promise<CallTurn>, event: 'turn' | 'turn.sounded' | 'turn.cut' = 'turn'): Promise<CallTurn | undefined> =>
      inOrder(async () => {
        const told = await it
        const turn = told.speaker === 'caller' ? { ...told, text: redact(told.text).text } : told
        await inTenant(async (queries) => {
          await queries.log(callId, clock.now(), event, { turnId: turn.id, speaker: turn.speaker, text: turn.text })
          await queries.saveTurn(callId, turn)
        })
        return turn
      }),
    /** Notes words of the agent in the ledger; they may be spoken once this is true. */
    noteWords: async (turnId: string, text: string): Promise<boolean> =>
      (await inOrder(() => inTenant((queries) => queries.log(callId, clock.now(), 'agent.words', { turnId, text })).then(() => true))) ?? false,
    /** Resolves when all writes asked for so far are done. */
    settled: async (): Promise<void> => void (await last),
  }
}
