import type { CallStep } from '@myna/ports/carrier'

/** Voices that are known to Twilio without any setting of the account: https://www.twilio.com/docs/voice/twiml/say/text-speech */
const voices = {
  en: { voice: 'Google.en-IN-Standard-A', language: 'en-IN' },
  hi: { voice: 'Google.hi-IN-Standard-A', language: 'hi-IN' },
  bn: { voice: 'Google.bn-IN-Standard-A', language: 'bn-IN' },
} as const
const waiting = { en: 'One moment, please.', hi: 'कृपया एक क्षण रुकें।', bn: 'অনুগ্রহ করে একটু অপেক্ষা করুন।' } as const
/** How long one who waits is left in silence between two sentences. */
const holdPauseSeconds = 10

/** A call's steps as TwiML: https://www.twilio.com/docs/voice/twiml. After the last one Twilio hangs up. */
export function twimlOf(steps: readonly CallStep[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${steps.map(verbOf).join('')}</Response>`
}

function verbOf(step: CallStep): string {
  switch (step.do) {
    case 'stream': {
      const parameters = Object.entries(step.parameters).map(([name, value]) => tag('Parameter', { name, value }))
      return tag('Connect', { action: step.afterUrl, method: 'POST' }, tag('Stream', { url: step.url }, parameters.join('')))
    }
    case 'say':
      return say(step.text, step.language)
    case 'pause':
      return pause(step.seconds)
    case 'hold':
      return hold(step)
    case 'dial': {
      const brief = step.briefUrl === null ? {} : { url: step.briefUrl, method: 'POST' }
      const dial = { action: step.afterUrl, method: 'POST', callerId: step.callerId, timeout: ringSecondsOf(step.ringSeconds) }
      return tag('Dial', dial, tag('Number', brief, escape(step.number)))
    }
    case 'ask':
      return tag('Redirect', { method: 'POST' }, escape(step.url))
    case 'reject':
      return tag('Reject', { reason: step.reason })
    case 'hang-up':
      return tag('Hangup', {})
    default:
      return step satisfies never
  }
}

/** Seconds a phone may ring, within what Twilio allows (5 to 600). */
export const ringSecondsOf = (seconds: number): number => Math.min(600, Math.max(5, Math.round(seconds) || 0))

/** `<Play>` cannot end after a time, so music is repeated as often as it fits; without music a sentence is said again and again. */
function hold({ seconds, music, language }: CallStep & { do: 'hold' }): string {
  if (music) return tag('Play', { loop: Math.min(1_000, Math.max(1, Math.ceil(seconds / Math.max(1, music.seconds)))) }, escape(music.url))
  let verbs = ''
  for (let left = seconds; left > 0; left -= holdPauseSeconds)
    verbs += say(waiting[language ?? 'en'], language ?? 'en') + pause(Math.min(left, holdPauseSeconds))
  return verbs
}

const say = (text: string, language: keyof typeof voices): string => tag('Say', voices[language], escape(text))
const pause = (seconds: number): string => tag('Pause', { length: Math.max(1, Math.round(seconds) || 0) })

function tag(name: string, attributes: Record<string, string | number>, inside = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`)
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' }

/** Text for XML 1.0: characters it cannot carry are left out, halves of characters become U+FFFD. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"'\t\n\r]/g, (character) => entities[character] ?? '')
}
