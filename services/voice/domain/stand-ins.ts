import type { SpeechLanguage, SpeechVoice } from '@myna/ports/speech'

type Choice = { id: string; engine: { name: string }; voice: SpeechVoice }

/** The chosen voices, and behind them one of each other engine that speaks the language, in the order of engines: of the gender of the first chosen one where there is such. */
export function withStandIns<T extends Choice>(chosen: readonly T[], offered: readonly T[], language: SpeechLanguage): T[] {
  const gender = chosen[0]?.voice.gender
  const taken = new Set(chosen.map((it) => it.engine.name))
  const others = Map.groupBy(
    offered.filter((it) => it.voice.language === language && !taken.has(it.engine.name)),
    (it) => it.engine.name,
  )
  return [...chosen, ...[...others.values()].map((voices) => voices.find((it) => it.voice.gender === gender) ?? voices[0]!)]
}
