import type { CallTurn } from '@myna/contracts/calls'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentTurn } from '#store/present.ts'

export type Transcript = ReturnType<typeof createTranscript>

/** The kept side of a call: its turns and its ledger. */
export function createTranscript({ db, caller, tenantId, clock }: Context, callId: string) {
  return {
    turns: async (): Promise<CallTurn[]> => (await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).listTurns(callId))).map(presentTurn),
    save: (turn: CallTurn, brainTurnId: string | null): Promise<void> =>
      db.inTenant(caller, async (tx) => {
        const queries = createCallQueries(tx, tenantId)
        await queries.log(callId, clock.now(), turn.interrupted ? 'turn.cut' : 'turn', { turnId: turn.id, speaker: turn.speaker, text: turn.text })
        await queries.saveTurn(callId, turn, brainTurnId)
      }),
    log: (event: string, detail: Record<string, unknown>): Promise<void> => db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).log(callId, clock.now(), event, detail)),
  }
}
