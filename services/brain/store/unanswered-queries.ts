import { Fault, newId } from '@myna/kernel'
import { detectLanguage } from '@myna/language'
import type { Selectable, Transaction } from 'kysely'
import type { Tables, UnansweredTable } from '#store/tables.ts'
import { isSameTopic, topicOf } from '#training/topic.ts'

export type UnansweredRow = Selectable<UnansweredTable>

const mostVariants = 20
/** Questions of a base looked through for the same one in other words. */
const mostCompared = 500

type Asked = { baseId: string; agentId: string; text: string; now: Date }

/** Questions about questions nobody could answer. */
export function createUnansweredQueries(tx: Transaction<Tables>, tenantId: string) {
  const queries = {
    /** Counts a question with the same one in other words, or keeps it as a new one. One that was dismissed stays so. */
    async note({ baseId, agentId, text, now }: Asked): Promise<void> {
      const topic = topicOf(text)
      if (topic === '') return
      const open = await tx
        .selectFrom('unanswered')
        .selectAll()
        .where('base_id', '=', baseId)
        .where('state', '!=', 'answered')
        .orderBy('last_asked_at', 'desc')
        .limit(mostCompared)
        .execute()
      const same = open.find((row) => isSameTopic(row.topic, topic))
      if (!same) {
        await tx
          .insertInto('unanswered')
          .values({
            tenant_id: tenantId,
            id: newId(),
            base_id: baseId,
            agent_id: agentId,
            question: text,
            topic,
            variants: '[]',
            count: 1,
            state: 'open',
            first_asked_at: now,
            last_asked_at: now,
          })
          .execute()
        return
      }
      const others = [{ text: same.question, language: detectLanguage(same.question).language }, ...same.variants].filter((it) => it.text !== text)
      const variants = others.filter((it, at) => others.findIndex((other) => other.text === it.text) === at).slice(0, mostVariants)
      await tx
        .updateTable('unanswered')
        .set({ question: text, variants: JSON.stringify(variants), count: same.count + 1, last_asked_at: now, agent_id: agentId })
        .where('id', '=', same.id)
        .execute()
    },
    /** Throws `brain.unanswered_not_found`. */
    async get(id: string): Promise<UnansweredRow> {
      const row = await tx.selectFrom('unanswered').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('brain.unanswered_not_found', { unansweredId: id })
      return row
    },
    /** Throws `brain.unanswered_not_found`. */
    async settle(id: string, state: UnansweredRow['state']): Promise<UnansweredRow> {
      const row = await tx.updateTable('unanswered').set({ state }).where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('brain.unanswered_not_found', { unansweredId: id })
      return row
    },
    /** Moves a question from one state to another; undefined when it is in none of that name. */
    move: (id: string, from: UnansweredRow['state'], to: UnansweredRow['state']): Promise<UnansweredRow | undefined> =>
      tx.updateTable('unanswered').set({ state: to }).where('id', '=', id).where('state', '=', from).returningAll().executeTakeFirst(),
    /** Most asked first; `after` is the count and id of the last one seen. */
    list: (
      it: { agentId: string | undefined; baseId: string | undefined; state: UnansweredRow['state'] },
      after: { count: number; id: string } | undefined,
      limit: number,
    ): Promise<UnansweredRow[]> => {
      let query = tx.selectFrom('unanswered').selectAll().where('state', '=', it.state)
      if (it.agentId !== undefined) query = query.where('agent_id', '=', it.agentId)
      if (it.baseId !== undefined) query = query.where('base_id', '=', it.baseId)
      if (after)
        query = query.where((where) => where.or([where('count', '<', after.count), where.and([where('count', '=', after.count), where('id', '<', after.id)])]))
      return query.orderBy('count', 'desc').orderBy('id', 'desc').limit(limit).execute()
    },
  }
  return queries
}
