import { describe, expect, it } from 'vitest'
import { briefOf } from '#domain/brief-of.ts'

const call = { number: '+44', agent: 'Front desk' }

describe('what a person hears before a caller is joined', () => {
  it('is one piece where agent and caller speak one language', () => {
    expect(briefOf({ ...call, language: 'en', said: [{ text: 'When are you open?', language: 'en' }] })).toEqual([
      { text: 'Call from + 4 4, answered by Front desk. The caller said: When are you open?', language: 'en' },
    ])
  })

  it('is in the language of the agent, with the words of the caller in theirs', () => {
    expect(
      briefOf({
        ...call,
        language: 'bn',
        said: [
          { text: 'আমি একটি টেবিল চাই', language: 'bn' },
          { text: 'For four people', language: 'en' },
          { text: 'kal shaam ko', language: 'hinglish' },
        ],
      }),
    ).toEqual([
      { text: '+ 4 4 থেকে কল, উত্তর দিয়েছে Front desk। যিনি কল করেছেন তিনি বলেছেন: আমি একটি টেবিল চাই.', language: 'bn' },
      { text: 'For four people.', language: 'en' },
      { text: 'kal shaam ko.', language: 'hi' },
    ])
  })

  it('says when nothing was said', () => {
    const texts = (['en', 'hi', 'hinglish', 'bn'] as const).map((language) => briefOf({ ...call, language, said: [] }))
    expect(texts.map((it) => it.map(({ language }) => language))).toEqual([['en'], ['hi'], ['hi'], ['bn']])
    expect(new Set(texts.map(([it]) => it!.text)).size).toBe(4)
  })
})
