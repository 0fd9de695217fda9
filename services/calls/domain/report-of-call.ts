import type { ConversationReport } from '@myna/contracts/brain-reports'
import type { Call, CallTurn } from '@myna/contracts/calls'
import type { CallReport } from '@myna/contracts/calls-report'
import type { Language } from '@myna/contracts/page'
import { apology } from '#domain/apology.ts'

/** What a call knows of how it went besides its words. */
export type Line = {
  status: Call['status']
  answeredBy: Call['answeredBy']
  /** A person took it over. */
  transferred: boolean
  turns: readonly Pick<CallTurn, 'speaker' | 'text' | 'latency'>[]
}

/** Up to here an answer is quick, and from there on as slow as counts; milliseconds from the end of the caller's words to the first sound. */
const quickMs = 1_500
const slowMs = 5_000
const mostForSlowness = 15
const forDropped = 10
const forApology = 10

/** What a summary says of a call in which nothing was said to anybody. */
const plainly: Readonly<Record<'busy' | 'no-answer' | 'failed' | 'voicemail', Readonly<Record<Language, string>>>> = {
  busy: {
    en: 'Nobody was reached: the line was busy.',
    hi: 'किसी से बात नहीं हो पाई: लाइन व्यस्त थी।',
    hinglish: 'Kisi se baat nahi ho paayi: line busy thi.',
    bn: 'কারও সঙ্গে কথা হয়নি: লাইন ব্যস্ত ছিল।',
  },
  'no-answer': {
    en: 'Nobody was reached: the call was not answered.',
    hi: 'किसी से बात नहीं हो पाई: फ़ोन नहीं उठा।',
    hinglish: 'Kisi se baat nahi ho paayi: phone nahi utha.',
    bn: 'কারও সঙ্গে কথা হয়নি: কেউ ফোন ধরেননি।',
  },
  failed: {
    en: 'The call did not come about.',
    hi: 'कॉल नहीं लग पाई।',
    hinglish: 'Call nahi lag paayi.',
    bn: 'কলটি হয়নি।',
  },
  voicemail: {
    en: 'A machine answered.',
    hi: 'मशीन ने उत्तर दिया।',
    hinglish: 'Machine ne jawab diya.',
    bn: 'একটি যন্ত্র উত্তর দিয়েছে।',
  },
}

/**
 * The report of a call: what its conversation tells, and what only the call knows. A call that never came about, met a machine or was handed to a person came out so,
 * whatever was said. Of the quality of the conversation up to 15 go for slowness (none at 1.5 s from the caller's last word to the first sound, all at 5 s, by
 * the median turn), 10 for a connection that broke and 10 for each apology that something went wrong. 0 is the least.
 */
export function reportOfCall({ language, ...told }: ConversationReport, line: Line): CallReport {
  const missed = line.status === 'busy' || line.status === 'no-answer' || line.status === 'failed' ? line.status : undefined
  const machine = line.answeredBy === 'machine' && told.disposition !== 'done' && told.disposition !== 'message-taken'
  const report = { ...told, quality: qualityOf(told.quality, line) }
  if (missed) return { ...report, ...silent, summary: plainly[missed][language], disposition: 'not-connected' }
  // What a machine says of its owner is not what a caller wants.
  if (machine) return { ...report, ...silent, summary: plainly.voicemail[language], disposition: 'voicemail' }
  return line.transferred ? { ...report, disposition: 'transferred' } : report
}

/** Nobody was there to have a mood or to give anything. */
const silent = { sentiment: 'neutral', actionItems: [], fields: [], quality: 0 } as const satisfies Partial<CallReport>

function qualityOf(ofWords: number, { turns, status }: Line): number {
  const waits = turns.flatMap(({ latency }) => {
    const parts = latency ? [latency.endOfSpeechMs, latency.answerMs, latency.firstAudioMs].filter((it) => it !== null) : []
    return latency?.answerMs === null || parts.length === 0 ? [] : [parts.reduce((sum, it) => sum + it, 0)]
  })
  const typical = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)]
  const slowness = typical === undefined ? 0 : Math.min(1, Math.max(0, (typical - quickMs) / (slowMs - quickMs)))
  const apologies = turns.filter((it) => it.speaker === 'agent' && Object.values(apology).some((words) => it.text.includes(words))).length
  return Math.max(0, Math.round(ofWords - slowness * mostForSlowness - (status === 'dropped' ? forDropped : 0) - apologies * forApology))
}
