import type { Answer, Turn } from '@myna/contracts/brain'
import type { Language } from '@myna/contracts/page'
import type { Context } from '#context.ts'

/** What came of thinking: the whole answer and the brain's own turn, once it is there. */
export type Thought = { answer: Answer; turn: Turn } | undefined

/** Asks the brain and hands on whole sentences as they come; answers with the whole thought, undefined when it was broken off. */
export async function think(it: { context: Context; conversationId: string; text: string; signal: AbortSignal; onWords(text: string): void }): Promise<Thought> {
  for await (const { data } of it.context.call.brain.reply({ conversationId: it.conversationId, text: it.text }, { signal: it.signal })) {
    if (it.signal.aborted) return undefined
    if (data.type === 'words') it.onWords(data.text)
    else return { answer: data.answer, turn: data.turn }
  }
  return undefined
}

/** The language to speak a sentence in: by its script, and in Latin letters the one the conversation is in. */
export function spokenLanguage(text: string, conversation: Language): Language {
  const count = (script: RegExp) => (text.match(script) ?? []).length
  const [devanagari, bengali, latin] = [count(/\p{Script=Devanagari}/gu), count(/\p{Script=Bengali}/gu), count(/\p{Script=Latin}/gu)]
  if (bengali > 0 && bengali * 2 >= latin) return 'bn'
  if (devanagari > 0 && devanagari * 2 >= latin) return 'hi'
  return conversation === 'hinglish' ? 'hinglish' : 'en'
}
