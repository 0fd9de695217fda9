import { describe, expect, it } from 'vitest'
import { completeness, endingSilenceMs } from '#domain/end-of-turn.ts'

const finished = [
  'what time do you open tomorrow',
  'i would like to book a table for seven',
  'yes please',
  'no thanks',
  'my number is 98300 12345 67',
  'kal subah aaiye ga kya',
  'mujhe appointment chahiye',
  'aap kitne baje khulte hain',
  'मुझे कल अपॉइंटमेंट चाहिए',
  'आपकी दुकान कहाँ है',
  'क्या आप डिलीवरी करते हैं',
  'আপনারা কখন খোলেন কখন',
  'আমি একটা অ্যাপয়েন্টমেন্ট চাই',
  'দোকানটা কোথায়',
]
const unfinished = [
  'i would like to',
  'my name is',
  'can you tell me about the',
  'i need it because',
  'um',
  'mujhe kal ke liye',
  'aur',
  'मुझे कल के लिए',
  'मैं यह जानना चाहता था कि',
  'আমার',
  'আমি আগামীকাল থেকে',
  'nine eight three,',
  '98300',
]

describe('the end of a turn by its words', () => {
  it.each(finished)('hears that "%s" is finished', (text) => expect(completeness(text, false)).toBe('finished'))
  it.each(unfinished)('hears that "%s" goes on', (text) => expect(completeness(text, false)).toBe('unfinished'))

  it('takes one word for a whole answer when something was asked', () => {
    expect(completeness('tuesday', true)).toBe('finished')
    expect(completeness('tuesday', false)).toBe('unsure')
  })

  it('waits less for what is finished and longer for what is not, and always the same when fixed', () => {
    const adaptive = { endpointing: 'adaptive', endsAfterMs: 700 } as const
    expect(endingSilenceMs(adaptive, 'yes', false)).toBeLessThan(endingSilenceMs(adaptive, '', false))
    expect(endingSilenceMs(adaptive, 'my name is', false)).toBeGreaterThan(endingSilenceMs(adaptive, '', false))
    expect(endingSilenceMs({ endpointing: 'fixed', endsAfterMs: 900 }, 'my name is', false)).toBe(900)
  })
})
