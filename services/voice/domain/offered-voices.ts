import type { SpeechEngine, SpeechVoice } from '@myna/ports/speech'

/** A voice, the engine that has it, and the id the outside knows it by. */
export type OfferedVoice = { id: string; engine: SpeechEngine; voice: SpeechVoice }

/** The voices of all engines that can speak now, in the order of engines and of the voices each lists. */
export async function offeredVoices(engines: readonly SpeechEngine[]): Promise<OfferedVoice[]> {
  const rows = await Promise.all(
    engines.map(async (engine) => {
      const { available } = await engine.available()
      return available ? (await engine.voices()).map((voice) => ({ id: `${engine.name}:${voice.id}`, engine, voice })) : []
    }),
  )
  return rows.flat()
}
