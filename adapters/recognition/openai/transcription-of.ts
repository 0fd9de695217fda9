import type { KnownRequest } from '@myna/ports/socket-recognition'

/** Models that take several languages and single words to expect (`AudioTranscription` in OpenAI's description). */
const takesLists = (model: string) => /^gpt-(live-)?transcribe/.test(model)
/** The one that takes neither words nor prompts. */
const takesNoHints = (model: string) => model.startsWith('gpt-realtime-whisper')
const mostPhrases = 100
const mostPhraseCharacters = 2_000

/** What a session is told about what will be said, as far as its model can be told. */
export function transcriptionOf(model: string, { languages, phrases }: KnownRequest): object {
  const words = wordsOf(phrases)
  if (takesLists(model)) return { model, languages, ...(words.length > 0 ? { keywords: words } : {}) }
  const language = languages.length === 1 ? { language: languages[0] } : {}
  return { model, ...language, ...(words.length > 0 && !takesNoHints(model) ? { prompt: words.join(', ') } : {}) }
}

function wordsOf(phrases: readonly string[]): string[] {
  let characters = 0
  return [...new Set(phrases.map((it) => it.replace(/\s+/g, ' ').trim()))]
    .filter((it) => it !== '' && (characters += it.length + 2) <= mostPhraseCharacters)
    .slice(0, mostPhrases)
}
