import type { CallTurn } from '@myna/contracts/calls'
import { redact } from '@myna/understanding'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { presentTurn } from '#store/present.ts'

type Queries = ReturnType<typeof createCallQueries>
type Write = { write(queries: Queries): Promise<void>; done(went: boolean): void }

export type Transcript = ReturnType<typeof createTranscript>

/**
 * The kept side of a call: its turns and its ledger. Writes are done in the order they are asked for, as many as wait in one transaction, and never reject:
 * they resolve to whether all went well, and `onFailure` hears why not.
 */
export function createTranscript({ db, caller, tenantId, clock }: Context, callId: string, onFailure: (error: unknown) => void) {
  let waiting: Write[] = []
  let working = false
  let settled = Promise.withResolvers<void>()
  settled.resolve()

  function add(write: Write['write']): Promise<boolean> {
    return new Promise((done) => {
      waiting.push({ write, done })
      if (working) return
      working = true
      settled = Promise.withResolvers()
      // What is asked for in the same breath stands in the same transaction.
      setImmediate(() => void work())
    })
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const went = await inTenant(async (queries) => {
        for (const { write } of batch) await write(queries)
        return true
      }).catch((error: unknown) => {
        onFailure(error)
        return false
      })
      for (const { done } of batch) done(went)
    }
    working = false
    settled.resolve()
  }

  const inTenant = <T>(work: (queries: Queries) => Promise<T>) => db.inTenant(caller, (tx) => work(createCallQueries(tx, tenantId)))

  return {
    turns: async (): Promise<CallTurn[]> => (await inTenant((queries) => queries.listTurns(callId))).map(presentTurn),
    /** Keeps a turn as it is known now, in the place of what was kept of it before. Resolves to what was kept. */
    async save(told: CallTurn, event: 'turn' | 'turn.sounded' | 'turn.cut' = 'turn'): Promise<CallTurn | undefined> {
      const turn = told.speaker === 'caller' ? { ...told, text: redact(told.text).text } : told
      const at = clock.now()
      const went = await add(async (queries) => {
        await queries.log(callId, at, event, { turnId: turn.id, speaker: turn.speaker, text: turn.text })
        await queries.saveTurn(callId, turn)
      })
      return went ? turn : undefined
    },
    /** Notes words of the agent in the ledger; they may be spoken once this is true. */
    noteWords: (turnId: string, text: string): Promise<boolean> => {
      const at = clock.now()
      return add((queries) => queries.log(callId, at, 'agent.words', { turnId, text }))
    },
    /** Notes what happened. */
    note: (event: string, detail: Record<string, unknown>): Promise<boolean> => {
      const at = clock.now()
      return add((queries) => queries.log(callId, at, event, detail))
    },
    /** Resolves when all writes asked for so far are done. */
    settled: (): Promise<void> => settled.promise,
  }
}
