import type { LanguageCode } from '@myna/language'
import { overridesRules, speaksToMachines } from '#guard/speaks-to-machines.ts'
import type { Material, WrittenReport } from '#report/by-rule.ts'
import { clean, type Facts, type ReportTurn } from '#report/facts.ts'
import { bearsOut, type Figures, type FigureSituation, readFigures, topicsOf } from '#report/figures.ts'

/** What was said in a conversation, to hold against what is said of it. */
export type Evidence = { figures: Figures; words: ReadonlySet<string>; topics: ReadonlySet<string>; byAgent: string; situation: FigureSituation; links: string }

/** Gathers what turns and the report by rule name. */
export function evidenceFor(turns: readonly ReportTurn[], report: WrittenReport, it: Material): Evidence {
  const last = turns.at(-1)?.at ?? new Date(0)
  const situation = { reference: last, zone: it.zone, country: it.country, language: report.language }
  const noted = [report.summary, ...report.actionItems, ...report.fields.map((field) => field.value)].filter((text) => !ordersMachines(text))
  let figures: Figures | undefined
  for (const turn of turns) figures = readFigures(clean(turn.text), { ...situation, reference: turn.at, language: turn.language ?? report.language }, figures)
  for (const text of noted) figures = readFigures(text, situation, figures)
  figures ??= readFigures('', situation)
  // The day of the call is known without being named.
  figures.days.add(new Intl.DateTimeFormat('sv-SE', { timeZone: it.zone, dateStyle: 'short' }).format(last))
  const texts = [...turns.map((turn) => turn.text), ...noted, it.businessName, it.agentName]
  return {
    figures,
    situation,
    words: new Set(texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))),
    topics: topicsOf(texts),
    byAgent: turns.flatMap((turn) => (turn.speaker === 'agent' ? [turn.text] : [])).join('\n'),
    links: texts.join('\n'),
  }
}

/** Words about what is written of a conversation, by somebody who has no business with it. */
const aboutReports =
  /\b(?:write|put|note|say|mention|mark|include|state|add|set|likho|likhna|likhiye)\b.{0,60}\b(?:the|your|a|this) (?:report|summary|action items?|sentiment|transcript|disposition)\b|\b(?:the|your|this) (?:report|summary|transcript|action items?|sentiment|disposition)\b.{0,40}\b(?:must|should|shall|has to|have to|needs? to)\b|\bnote (?:to|for) (?:the |any |all )?(?:ai|model|assistant|bot|machine|system)s?\b|(?:रिपोर्ट|सारांश).{0,30}(?:लिख|डाल)|(?:রিপোর্ট|সারাংশ).{0,30}(?:লিখ|লেখ)/i

/** Whether a text orders machines about: none that writes about it may read it. */
export const ordersMachines = (text: string): boolean => overridesRules(text) || speaksToMachines(text) || aboutReports.test(text)

/** Letters a language is written in. */
const scripts: Readonly<Record<LanguageCode, RegExp>> = { en: /\p{sc=Latin}/gu, hinglish: /\p{sc=Latin}/gu, hi: /\p{sc=Devanagari}/gu, bn: /\p{sc=Bengali}/gu }
/** Of the letters so many at least belong to the language; names and loans may not. */
const ownLetters = 0.6

/** That a thing was done, of which only the tools can tell. */
const saysDone =
  /\b(?:(?:was|were|is|has been|have been|got|been|be) (?:now |successfully |already )?(?:booked|scheduled|confirmed|reserved|arranged|fixed|cancelled|canceled|moved|rescheduled|ordered|paid|refunded|transferred|updated|registered)|(?:booked|scheduled|confirmed|reserved|cancelled|paid|refunded) (?:the|an?|it|successfully)|(?:book|confirm|cancel|fix|order|schedule) (?:ho|kar (?:di|do)) ?(?:ga?y[ai]|diya|chuk\w*))\b|(?:बुक|कन्फ़?र्म|रद्द|पक्की|तय) (?:हो|कर) (?:गई|गया|दी|दिया)|(?:বুক|নিশ্চিত|বাতিল|ঠিক) (?:করা হয়েছে|হয়েছে|হয়ে গেছে|করে দেওয়া)/iu
/** That something was granted: only the agent grants. */
const saysGranted =
  /\b(?:refund|discount|compensation|voucher|credit|free (?:stay|room|meal|service|delivery)|upgrade)s?\b.{0,40}\b(?:approved|granted|promised|agreed|issued|given|due|owed|confirmed|mil(?:ega|a)|diya)\b|\b(?:approved|granted|promised|agreed to|issued|gave|given|owe[sd]?|entitled|eligible)\b.{0,40}\b(?:refund|discount|compensation|voucher|credit|upgrade|free)\b|(?:रिफ़?ंड|छूट|मुआवज़?ा).{0,30}(?:मंज़?ूर|दिया|मिले|मिलेगा)|(?:রিফান্ড|ছাড়|ক্ষতিপূরণ).{0,30}(?:মঞ্জুর|দেওয়া|পাবেন)/iu
const granted = /refund|discount|compensation|voucher|credit|upgrade|free|रिफ़?ंड|छूट|मुआवज़?ा|রিফান্ড|ছাড়|ক্ষতিপূরণ/iu

/** Whether a text says nothing of a conversation that cannot be: no figure or person from elsewhere, nothing done that was not, in its language and to people. */
export function isBorneOut(text: string, facts: Facts, evidence: Evidence): boolean {
  if (ordersMachines(text) || /```|<\/?[a-z]/i.test(text)) return false
  if (
    [...text.matchAll(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+/gi)].some(
      ([link]) => !evidence.links.toLowerCase().includes(link.toLowerCase().replace(/[.,;)]+$/, '')),
    )
  )
    return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if ((text.match(scripts[facts.language])?.length ?? 0) < letters * ownLetters) return false
  const acted = facts.wishes.some((it) => it.end === 'done')
  if (!acted && saysDone.test(text)) return false
  if (saysGranted.test(text) && !granted.test(evidence.byAgent)) return false
  return bearsOut(evidence.figures, text, evidence.words, evidence.situation)
}

/** Whether most of what a text speaks of was spoken of. */
export function isGrounded(text: string, evidence: Evidence): boolean {
  const topics = [...topicsOf([text])]
  return topics.length > 0 && topics.filter((it) => evidence.topics.has(it)).length / topics.length >= 0.5
}
