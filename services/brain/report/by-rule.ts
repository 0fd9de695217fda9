import type { ConversationReport } from '@myna/contracts/brain-reports'
import type { LanguageCode } from '@myna/language'
import { actionItemsOf, type Outstanding } from '#report/action-items.ts'
import { dispositionOf } from '#report/disposition.ts'
import { type Facts, factsOf, type ReportTurn } from '#report/facts.ts'
import { fieldsOf } from '#report/fields.ts'
import { sentimentOf } from '#report/mood.ts'
import { qualityOf } from '#report/quality.ts'
import { type Names, summaryOf } from '#report/summary.ts'

/** All that a report is written from. */
export type Material = {
  /** Oldest first. */
  turns: readonly ReportTurn[]
  /** Spoken where the caller said nothing. */
  fallback: LanguageCode
  businessName: string
  agentName: string
  zone: string
  country: string
  /** Nothing is really done, so nothing is left to do. */
  dryRun: boolean
  names: Names
  /** What is known of who called. */
  caller: { name?: string | undefined; phone?: string | undefined }
  unsureRuns: ReadonlySet<string>
  outstanding: Outstanding
}

/** What the rules alone make of a conversation; when it was written is not theirs to say. */
export type WrittenReport = Omit<ConversationReport, 'writtenAt'>

/** Writes a report by rule: every word of it was said or done in the conversation, or stands in a fixed sentence around it. */
export function reportByRule(it: Material): { report: WrittenReport; facts: Facts } {
  const facts = factsOf(it.turns, it)
  const report: WrittenReport = {
    language: facts.language,
    summary: summaryOf(facts, it.names),
    disposition: dispositionOf(facts),
    sentiment: sentimentOf(facts),
    actionItems: it.dryRun ? [] : actionItemsOf(facts, it.caller, it.names, it.outstanding),
    fields: fieldsOf(facts, it.turns, it),
    quality: qualityOf(facts),
    writtenBy: 'engine',
  }
  return { report, facts }
}
