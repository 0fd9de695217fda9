import type { Creation, CreationEvent, CreationStepName } from '@myna/contracts/agents'
import { Fault, newId } from '@myna/kernel'
import type { Selectable, Transaction, Updateable } from 'kysely'
import type { z } from 'zod'
import { presentCreation } from '#store/present.ts'
import type { CreationTable, Tables } from '#store/tables.ts'

type Row = Selectable<CreationTable>

/** Questions about agents being built. */
export function createCreationQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `agents.creation_not_found`. */
    async find(id: string, lock: 'to-read' | 'to-change' = 'to-read'): Promise<Row> {
      const query = tx.selectFrom('creations').selectAll().where('id', '=', id)
      const row = await (lock === 'to-change' ? query.forUpdate() : query).executeTakeFirst()
      if (!row) throw new Fault('agents.creation_not_found', { id })
      return row
    },
    /** Locked until the transaction ends; undefined when it went with its agent. */
    look: (id: string): Promise<Row | undefined> => tx.selectFrom('creations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    list(filter: { status?: Creation['status'] | undefined; agentId?: string | undefined }, before: string | undefined, limit: number): Promise<Row[]> {
      let query = tx.selectFrom('creations').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      if (filter.status) query = query.where('status', '=', filter.status)
      if (filter.agentId) query = query.where('agent_id', '=', filter.agentId)
      return query.execute()
    },
    async isRunningFor(url: string): Promise<boolean> {
      return (await tx.selectFrom('creations').select('id').where('url', '=', url).where('status', '=', 'running').executeTakeFirst()) !== undefined
    },
    /** Throws `agents.creation_running`. */
    insert: (it: Pick<Row, 'id' | 'agent_id' | 'source_id' | 'job_id' | 'url' | 'named' | 'steps'>, now: Date): Promise<Row> =>
      tx
        .insertInto('creations')
        .values({ ...it, steps: JSON.stringify(it.steps), tenant_id: tenantId, status: 'running', event_count: 0, started_at: now, ended_at: null })
        .returningAll()
        .executeTakeFirstOrThrow()
        .catch((error: unknown) => refuseSecond(error, it.url)),
    /** Changes a creation and writes the event that says so; the next event has the next number. Throws `agents.creation_running`. */
    async change(
      row: Row,
      change: Updateable<CreationTable>,
      event: { step: z.infer<typeof CreationStepName> | null; sentence: string; now: Date },
    ): Promise<Row> {
      const sequence = row.event_count + 1
      const query = tx
        .updateTable('creations')
        .set({ ...change, event_count: sequence })
        .where('id', '=', row.id)
        .returningAll()
      const changed = await query.executeTakeFirstOrThrow().catch((error: unknown) => refuseSecond(error, row.url))
      const said: z.infer<typeof CreationEvent> = {
        at: event.now.toISOString(),
        step: event.step,
        sentence: event.sentence,
        creation: presentCreation(changed),
      }
      await tx
        .insertInto('creation_events')
        .values({ tenant_id: tenantId, id: newId(), creation_id: row.id, sequence, event: JSON.stringify(said) })
        .execute()
      return changed
    },
    /** Events below a number, the newest first. */
    listEventsBefore(creationId: string, before: number | undefined, limit: number) {
      const query = tx
        .selectFrom('creation_events')
        .select(['sequence', 'event'])
        .where('creation_id', '=', creationId)
        .orderBy('sequence', 'desc')
        .limit(limit)
      return (before === undefined ? query : query.where('sequence', '<', before)).execute()
    },
    listEventsAfter: (creationId: string, after: number) =>
      tx
        .selectFrom('creation_events')
        .select(['sequence', 'event'])
        .where('creation_id', '=', creationId)
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(200)
        .execute(),
  }
}

/** Two people pressed the button in the same moment and the database let one of them through (SQLSTATE 23505). */
function refuseSecond(error: unknown, url: string): never {
  const isSecond = error instanceof Error && 'code' in error && error.code === '23505' && 'constraint' in error && error.constraint === 'creations_running'
  throw isSecond ? new Fault('agents.creation_running', { url }, { cause: error }) : error
}
