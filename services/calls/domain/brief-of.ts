import type { Language } from '@myna/contracts/page'

/** Something a carrier says with a voice of its own, in a language it speaks. */
export type SpokenBrief = { text: string; language: 'en' | 'hi' | 'bn' }

const voices: Readonly<Record<Language, SpokenBrief['language']>> = { en: 'en', hi: 'hi', hinglish: 'hi', bn: 'bn' }

const words: Readonly<Record<Language, { from(number: string, agent: string): string; said: string; nothing: string }>> = {
  en: {
    from: (number, agent) => `Call from ${number}, answered by ${agent}.`,
    said: 'The caller said:',
    nothing: 'The caller has said nothing yet.',
  },
  hi: {
    from: (number, agent) => `${number} से कॉल, जिसका उत्तर ${agent} ने दिया।`,
    said: 'कॉल करने वाले ने कहा:',
    nothing: 'कॉल करने वाले ने अभी कुछ नहीं कहा है।',
  },
  hinglish: {
    from: (number, agent) => `${number} se call, jiska jawab ${agent} ne diya.`,
    said: 'Caller ne kaha:',
    nothing: 'Caller ne abhi kuch nahi kaha hai.',
  },
  bn: {
    from: (number, agent) => `${number} থেকে কল, উত্তর দিয়েছে ${agent}।`,
    said: 'যিনি কল করেছেন তিনি বলেছেন:',
    nothing: 'যিনি কল করেছেন তিনি এখনও কিছু বলেননি।',
  },
}

/** What a person hears who is about to be joined to a caller: who calls, in the language of the agent, and what the caller said, each in its own. A voice goes on as long as its language does. */
export function briefOf(it: { number: string; agent: string; language: Language; said: readonly { text: string; language: Language }[] }): SpokenBrief[] {
  const { from, said, nothing } = words[it.language]
  const number = it.number.split('').join(' ')
  const parts = [
    { text: `${from(number, it.agent)} ${it.said.length > 0 ? said : nothing}`, language: it.language },
    ...it.said.map((one) => ({ ...one, text: sentence(one.text) })),
  ]
  const brief: SpokenBrief[] = []
  for (const { text, language } of parts) {
    const last = brief.at(-1)
    if (last?.language === voices[language]) last.text += ` ${text}`
    else brief.push({ text, language: voices[language] })
  }
  return brief
}

/** Words with an end, so that a voice rests before the next. */
const sentence = (text: string) => (/[.!?।…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)
