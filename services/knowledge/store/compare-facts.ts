import { newId } from '@myna/kernel'
import type { Transaction } from 'kysely'
import { findConflicts } from '#domain/find-conflicts.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { createSourceQueries } from '#store/source-queries.ts'
import type { Tables } from '#store/tables.ts'

/** Compares all facts of a base anew: open conflicts are brought up to date, settled ones stay. Answers how many are open. */
export async function compareFacts(tx: Transaction<Tables>, tenantId: string, { baseId, now }: { baseId: string; now: Date }): Promise<{ conflicts: number }> {
  const conflicts = createConflictQueries(tx, tenantId)
  const facts = await createItemQueries(tx, tenantId).listFacts(baseId)
  const hosts = (await createSourceQueries(tx, tenantId).listAfter(baseId, undefined, 50)).map((it) => new URL(it.url).hostname)
  const found = findConflicts(facts, hosts)
  const open = new Map((await conflicts.listOpen(baseId)).map((it) => [it.topic, it.id]))
  for (const { label, topic, itemIds } of found) {
    const known = open.get(topic)
    open.delete(topic)
    if (known) await conflicts.replaceItems(known, itemIds)
    else await conflicts.insert({ id: newId(), base_id: baseId, label, topic, created_at: now }, itemIds)
  }
  await conflicts.deleteAll([...open.values()])
  return { conflicts: found.length }
}
