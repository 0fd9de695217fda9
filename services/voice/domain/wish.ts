import type { SpeechLanguage, SpeechVoice } from '@myna/ports/speech'
import { chooseVoices } from '#domain/choose-voices.ts'
import { withStandIns } from '#domain/stand-ins.ts'

type Choice = { id: string; engine: { name: string }; voice: SpeechVoice }
type Manner = { speed: number; pitch: number; volume: number }

/** How ids of saved voices begin. */
const presetStart = 'preset:'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id of a saved voice in a voice id; undefined when it is none, and a text that is no id where nothing can be saved by it. */
export function presetIdOf(voiceId: string | undefined): string | undefined {
  return voiceId?.startsWith(presetStart) ? voiceId.slice(presetStart.length) : undefined
}

/** Whether a text can be the id of anything that is stored. */
export const isId = (text: string): boolean => uuid.test(text)

/** A manner on top of that of a saved voice, within what can be asked of a voice at all. */
export function combined(saved: Manner, asked: Manner): Manner {
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
  return {
    speed: within(saved.speed * asked.speed, 0.5, 2),
    pitch: within(saved.pitch * asked.pitch, 0.5, 2),
    volume: within(saved.volume * asked.volume, 0, 1),
  }
}

/**
 * The voices to try for a text, best first, those that stand in for the wished one included. Undefined when the wish names no voice and never did: one of a vendor that
 * was removed or is away, or of an engine that cannot speak now, is stood in for by the usual one, so that nothing falls silent. `here` are engines of this machine.
 */
export function voicesFor<T extends Choice>(
  offered: readonly T[],
  it: { language: SpeechLanguage; wish: string | undefined; here: ReadonlySet<string> },
): T[] | undefined {
  const chosen = chooseVoices(offered, it.language, it.wish)
  if (chosen) return withStandIns(chosen, offered, it.language)
  const from = it.wish?.split(':')[0] ?? ''
  const isAway = isId(from) || (it.here.has(from) && !offered.some((voice) => voice.engine.name === from))
  return isAway ? withStandIns([], offered, it.language) : undefined
}
