import type { SpeechLanguage, SpeechVoice } from '@myna/ports/speech'

type Choice = { id: string; engine: { name: string }; voice: SpeechVoice }

/**
 * The voices to try for a text, best first. A wish is granted if that voice speaks the language; if it speaks another, a voice of
 * its engine and gender that speaks it is first. Without a wish the first voice of each engine is tried in turn. Undefined when the wish names no voice.
 */
export function chooseVoices<T extends Choice>(offered: readonly T[], language: SpeechLanguage, wish: string | undefined): T[] | undefined {
  const speakers = offered.filter((it) => it.voice.language === language)
  if (wish === undefined) return firstOfEach(speakers)
  const wished = offered.find((it) => it.id === wish)
  if (!wished) return undefined
  if (wished.voice.language === language) return [wished]
  const nearness = (it: T) => (it.engine.name === wished.engine.name ? 2 : 0) + (it.voice.gender === wished.voice.gender ? 1 : 0)
  return firstOfEach(speakers.toSorted((a, b) => nearness(b) - nearness(a)))
}

function firstOfEach<T extends Choice>(row: readonly T[]): T[] {
  return row.filter((it, at) => row.findIndex((other) => other.engine.name === it.engine.name) === at)
}
