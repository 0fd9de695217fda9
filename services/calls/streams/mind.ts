import type { Answer } from '@myna/contracts/brain'
import type { Move } from '@myna/contracts/dialogue'
import type { Language } from '@myna/contracts/page'
import type { Context } from '#context.ts'

/** What comes of thinking: sentences, then the whole answer. `brainTurnId` is the brain's own name of the turn they belong to. */
export type Thought = { type: 'words'; text: string; brainTurnId: string | null } | { type: 'answer'; answer: Answer; move: Move; brainTurnId: string }

/**
 * Asks the brain and hands on whole sentences as they come. When the conversation is to go to another agent, `handOff` brings that one to the line and
 * gives its greeting, which is said in the same breath.
 */
export async function* think(
  context: Context,
  conversationId: string,
  text: string,
  signal: AbortSignal,
  handOff: (agentId: string) => Promise<string | undefined>,
): AsyncGenerator<Thought> {
  for await (const { data } of context.call.brain.reply({ conversationId, text }, { signal })) {
    if (data.type === 'words') {
      yield { type: 'words', text: data.text, brainTurnId: data.turnId }
      continue
    }
    const greeting = data.move.handOffTo === null ? undefined : await handOff(data.move.handOffTo)
    if (greeting !== undefined) yield { type: 'words', text: greeting, brainTurnId: data.turn.id }
    const answer = greeting === undefined ? data.answer : { ...data.answer, answer: `${data.answer.answer} ${greeting}` }
    // An agent that could not be brought to the line took over nothing.
    const move = data.move.handOffTo !== null && greeting === undefined ? { ...data.move, kind: 'failed' as const, handOffTo: null } : data.move
    yield { type: 'answer', answer, move, brainTurnId: data.turn.id }
  }
}

/** A thought that needs no thinking. */
export async function* only(text: string): AsyncGenerator<Thought> {
  yield { type: 'words', text, brainTurnId: null }
}

/** The language to speak a sentence in: by its script, and in Latin letters the one the conversation is in. */
export function spokenLanguage(text: string, conversation: Language): Language {
  const count = (script: RegExp) => (text.match(script) ?? []).length
  const [devanagari, bengali, latin] = [count(/\p{Script=Devanagari}/gu), count(/\p{Script=Bengali}/gu), count(/\p{Script=Latin}/gu)]
  if (bengali > 0 && bengali * 2 >= latin) return 'bn'
  if (devanagari > 0 && devanagari * 2 >= latin) return 'hi'
  return conversation === 'hinglish' ? 'hinglish' : 'en'
}
