import { Fault } from '@myna/kernel'
import type { Insertable, Transaction } from 'kysely'
import type { VoicePresetRow } from '#store/present.ts'
import type { Tables, VoicePresetTable } from '#store/tables.ts'

/** Questions about saved voices. */
export function createPresetQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `voice.preset_taken` when there is one of this name, in capital letters or small ones. */
    async insert(it: Omit<Insertable<VoicePresetTable>, 'tenant_id'>): Promise<VoicePresetRow> {
      const row = await tx
        .insertInto('voice_presets')
        .values({ tenant_id: tenantId, ...it })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst()
      if (!row) throw new Fault('voice.preset_taken', { name: it.name })
      return row
    },
    find: (id: string): Promise<VoicePresetRow | undefined> => tx.selectFrom('voice_presets').selectAll().where('id', '=', id).executeTakeFirst(),
    /** Oldest first, from an id on. */
    listAfter(after: string | undefined, limit: number): Promise<VoicePresetRow[]> {
      let query = tx.selectFrom('voice_presets').selectAll().orderBy('id').limit(limit)
      if (after !== undefined) query = query.where('id', '>', after)
      return query.execute()
    },
    /** Throws `voice.preset_not_found`. */
    async remove(id: string): Promise<VoicePresetRow> {
      const row = await tx.deleteFrom('voice_presets').where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('voice.preset_not_found', { presetId: id })
      return row
    },
  }
}
