import type { Language } from '@myna/contracts/page'
import { languageOf, redact } from '@myna/understanding'
import type { Line } from '#streams/line.ts'

/** What is found out of words alone: their language, and what of them may be kept. */
type Known = { text: string; language: Language; kept: string }

export type Rehearsal = ReturnType<typeof createRehearsal>

/**
 * Gets ready for a turn while the caller pauses: what depends on its words alone is found out, and the brain looks up what it may have to answer. Nothing is
 * kept and nothing is said; when other words follow, it was for nothing.
 */
export function createRehearsal(line: Pick<Line, 'context' | 'conversationId'>) {
  let known: Known | undefined
  const know = (text: string): Known => ({ text, language: languageOf(text).language, kept: redact(text).text })

  return {
    /** Gets ready for a turn of these words. */
    begin(text: string): void {
      known = know(text)
      const { context, conversationId } = line
      context.call.brain.rehearseReply({ conversationId, text }).catch((error: unknown) => context.log.debug({ err: error }, 'a turn could not be rehearsed'))
    },
    /** What is known of the words of a turn that is over. */
    recall: (text: string): Known => (known?.text === text ? known : know(text)),
  }
}
