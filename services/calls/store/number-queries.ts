import { Fault } from '@myna/kernel'
import type { Insertable, Selectable, Transaction, Updateable } from 'kysely'
import type { CarrierTable, NumberTable, Tables } from '#store/tables.ts'

type CarrierRow = Selectable<CarrierTable>
type NumberRow = Selectable<NumberTable>

/** Questions about the carrier accounts and numbers of one tenant. */
export function createNumberQueries(tx: Transaction<Tables>) {
  return {
    /** Throws `calls.carrier_not_found`. */
    async findCarrier(id: string): Promise<CarrierRow> {
      const row = await tx.selectFrom('carriers').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('calls.carrier_not_found', { id })
      return row
    },
    listCarriers: (after: string | undefined, limit: number): Promise<CarrierRow[]> => {
      const query = tx.selectFrom('carriers').selectAll().orderBy('id').limit(limit)
      return (after === undefined ? query : query.where('id', '>', after)).execute()
    },
    findAccount: (kind: CarrierTable['kind'], account: string): Promise<CarrierRow | undefined> =>
      tx.selectFrom('carriers').selectAll().where('kind', '=', kind).where('account', '=', account).executeTakeFirst(),
    async addCarrier(it: Insertable<CarrierTable>): Promise<CarrierRow> {
      const row = await tx.insertInto('carriers').values(it).returningAll().executeTakeFirstOrThrow()
      await tx.insertInto('doors').values({ carrier_id: row.id, tenant_id: row.tenant_id }).execute()
      return row
    },
    async removeCarrier(id: string): Promise<void> {
      await tx.deleteFrom('doors').where('carrier_id', '=', id).execute()
      await tx.deleteFrom('carriers').where('id', '=', id).execute()
    },
    async noteError(id: string, error: string | null): Promise<void> {
      await tx.updateTable('carriers').set({ last_error: error }).where('id', '=', id).execute()
    },
    async countNumbers(carrierIds: readonly string[]): Promise<Map<string, number>> {
      if (carrierIds.length === 0) return new Map()
      const rows = await tx
        .selectFrom('numbers')
        .select((it) => ['carrier_id', it.fn.countAll().as('count')])
        .where('carrier_id', 'in', carrierIds)
        .groupBy('carrier_id')
        .execute()
      return new Map(rows.map((it) => [it.carrier_id, Number(it.count)]))
    },
    /** Throws `calls.number_not_found`. */
    async findNumber(id: string): Promise<NumberRow> {
      const row = await tx.selectFrom('numbers').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('calls.number_not_found', { id })
      return row
    },
    lookNumber: (number: string): Promise<NumberRow | undefined> => tx.selectFrom('numbers').selectAll().where('number', '=', number).executeTakeFirst(),
    listNumbers(filter: { agentId?: string | undefined; carrierId?: string | undefined }, after: string | undefined, limit: number): Promise<NumberRow[]> {
      let query = tx.selectFrom('numbers').selectAll().orderBy('id').limit(limit)
      if (after !== undefined) query = query.where('id', '>', after)
      if (filter.agentId) query = query.where('agent_id', '=', filter.agentId)
      if (filter.carrierId) query = query.where('carrier_id', '=', filter.carrierId)
      return query.execute()
    },
    addNumber: (it: Insertable<NumberTable>): Promise<NumberRow> => tx.insertInto('numbers').values(it).returningAll().executeTakeFirstOrThrow(),
    changeNumber: (id: string, change: Updateable<NumberTable>): Promise<NumberRow> =>
      tx.updateTable('numbers').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    /** Of the numbers an agent answers, the one it got first. */
    findNumberOf: (agentId: string): Promise<NumberRow | undefined> =>
      tx.selectFrom('numbers').selectAll().where('agent_id', '=', agentId).orderBy('added_at').orderBy('id').limit(1).executeTakeFirst(),
    /** The oldest number that nobody answers, locked: whoever asks meanwhile waits, and then gets the next one. */
    lockFreeNumber: (): Promise<NumberRow | undefined> =>
      tx
        .selectFrom('numbers')
        .selectAll()
        .where('agent_id', 'is', null)
        .where('routed', '=', true)
        .orderBy('added_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .executeTakeFirst(),
    /** Numbers that nobody answers from now on: those of an agent, or those given to a creation. */
    freeNumbers(of: { agentId: string } | { creationId: string }): Promise<NumberRow[]> {
      const query = tx.updateTable('numbers').set({ agent_id: null, creation_id: null }).returningAll()
      return ('agentId' in of ? query.where('agent_id', '=', of.agentId) : query.where('creation_id', '=', of.creationId)).execute()
    },
    async removeNumber(id: string): Promise<void> {
      await tx.deleteFrom('numbers').where('id', '=', id).execute()
    },
  }
}
