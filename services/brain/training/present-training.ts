import type { Correction, Unanswered } from '@myna/contracts/brain-training'
import type { CorrectionRow } from '#store/correction-queries.ts'
import type { UnansweredRow } from '#store/unanswered-queries.ts'

/** A question nobody could answer, with the ways it was asked. */
export const presentUnanswered = (row: UnansweredRow): Unanswered => ({
  id: row.id,
  baseId: row.base_id,
  agentId: row.agent_id,
  question: row.question,
  variants: row.variants,
  count: row.count,
  state: row.state,
  firstAskedAt: row.first_asked_at.toISOString(),
  lastAskedAt: row.last_asked_at.toISOString(),
})

/** A correction with the answers before and after it. */
export const presentCorrection = (row: CorrectionRow): Correction => ({
  id: row.id,
  baseId: row.base_id,
  itemId: row.item_id,
  question: row.question,
  answer: row.answer,
  before: row.before,
  after: row.after,
  changed: row.changed,
  by: row.by,
  at: row.at.toISOString(),
})
