import type { Insertable, Selectable, Transaction } from 'kysely'
import type { HealthChangeTable, ProbeAnswerTable, Tables } from '#store/tables.ts'

/** Questions about how the versions of one tenant did. */
export function createHealthQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    async insertAnswer(it: Omit<Insertable<ProbeAnswerTable>, 'tenant_id'>): Promise<void> {
      await tx
        .insertInto('probe_answers')
        .values({ tenant_id: tenantId, ...it })
        .execute()
    },
    async removeAnswersBefore(versionId: string, before: Date): Promise<void> {
      await tx.deleteFrom('probe_answers').where('version_id', '=', versionId).where('at', '<', before).execute()
    },
    async insertChange(it: Omit<Insertable<HealthChangeTable>, 'tenant_id'>): Promise<void> {
      await tx
        .insertInto('health_changes')
        .values({ tenant_id: tenantId, ...it })
        .execute()
    },
    /** Newest first, those before the given id. */
    listAnswers(appId: string, versionId: string | undefined, before: string | undefined, limit: number): Promise<Selectable<ProbeAnswerTable>[]> {
      let query = tx.selectFrom('probe_answers').selectAll().where('app_id', '=', appId).orderBy('id', 'desc').limit(limit)
      if (versionId !== undefined) query = query.where('version_id', '=', versionId)
      if (before !== undefined) query = query.where('id', '<', before)
      return query.execute()
    },
    /** Newest first, those before the given id. */
    listChanges(appId: string, before: string | undefined, limit: number): Promise<Selectable<HealthChangeTable>[]> {
      let query = tx.selectFrom('health_changes').selectAll().where('app_id', '=', appId).orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      return query.execute()
    },
  }
}
