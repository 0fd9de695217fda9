import type { LanguageCode } from '@myna/language'
import type { Entity } from '#entity.ts'
import { findEntities } from '#entities/find-entities.ts'
import { classifyIntent } from '#intent/classify-intent.ts'
import type { Intent } from '#intent/intents.ts'
import type { RankedIntent } from '#intent/rank-intents.ts'
import type { Situation } from '#situation.ts'
import { languageOf } from '#language/language-of.ts'
import { findTimes } from '#time/find-times.ts'

/** What an utterance means; `confidence` from 0 to 1, `ranked` all intents with the likeliest first, `entities` in the order of the text. */
export type UnderstoodText = { language: LanguageCode; intent: Intent; confidence: number; ranked: RankedIntent[]; entities: Entity[] }

/** What must be known to understand; `country` (ISO 3166) follows from the zone when it is left out, `language` from the text. */
export type UnderstandingSituation = Pick<Situation, 'reference' | 'zone'> & Partial<Pick<Situation, 'country' | 'language'>>

/** Entities are looked for in this many UTF-16 units from the start. */
const entityLength = 8_000

/** The language, intent and entities of what was said. Never throws, whatever the text; offsets of entities are UTF-16 into the text as given. */
export function understand(text: string, { reference, zone, country, language: known }: UnderstandingSituation): UnderstoodText {
  const language = known ?? languageOf(text).language
  const situation: Situation = { reference, zone, country: country ?? countryOf(zone), language }
  const head = text.slice(0, entityLength)
  const times = withoutSums(findTimes(head, situation), head, situation)
  const entities = [...times, ...findEntities(head, situation, times)].sort((a, b) => a.start - b.start)
  const { intent, confidence, ranked } = classifyIntent(text, language)
  return { language, intent, confidence, ranked, entities }
}

/** Times that are no part of a sum of money: `3 to 4 crores` and `2.5m dollars` name no hours and no minutes. */
function withoutSums(times: Entity[], text: string, situation: Situation): Entity[] {
  if (!times.some((time) => sumsBeside.test(text.slice(Math.max(0, time.start - 6), time.end + 14)))) return times
  const sums = findEntities(text, situation, []).filter((it) => it.type === 'money')
  return times.filter((time) => !sums.some((sum) => sum.start <= time.start && time.end <= sum.end && sum.end - sum.start > time.end - time.start))
}

const sumsBeside =
  /[₹$€£]|\b(?:rs|inr|usd|dollars?|rupees?|rupaye|rupay|taka|lakhs?|lacs?|crores?|karod|million|thousand|hazaar|hazar)\b|रुप|लाख|करोड़|हज़ार|हजार|डॉलर|টাকা|লাখ|কোটি|হাজার|ডলার/i

/** The country whose telephone numbers are meant by people of a zone; India where the zone does not tell. */
function countryOf(zone: string): string {
  if (zone === 'Asia/Dhaka') return 'BD'
  if (zone === 'Europe/London') return 'GB'
  return /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit)|US\/)/.test(zone) ? 'US' : 'IN'
}

const warmingTexts = [
  'please book a demo with Priya Nair of Acme Limited tomorrow at 4 pm, her number is 98450 12345',
  'कल शाम पाँच बजे राहुल शर्मा के साथ मीटिंग रख दो, दो लाख रुपये का मामला है',
  'kal shaam paanch baje Rahul ke saath meeting rakh do, mail rahul@example.com',
  'কাল বিকেল পাঁচটায় রাহুল সেনের সঙ্গে মিটিং রাখুন, দুই লাখ টাকা',
]

/** Builds all tables and loads all weights of understanding, which the first utterance waits for otherwise: for a server to call once before it takes calls. */
export function warmUnderstanding(): void {
  for (const text of warmingTexts) understand(text, { reference: new Date(0), zone: 'Asia/Kolkata' })
}
