import { orAborted } from '@myna/ports/or-aborted'
import type { SpeechEngine, SpeechVoice } from '@myna/ports/speech'
import type { Candidate } from '#dispatch/desk.ts'

/** A voice, who has it, and the id the outside knows it by. */
export type OfferedVoice = { id: string; engine: { name: string }; voice: SpeechVoice; from: Candidate<SpeechEngine> }

/**
 * The voices of all engines that can speak now, in the order of engines and of the voices each lists. Engines that take longer than `ms` to say are left out, and named, if those
 * of the others are enough.
 */
export async function offeredVoices(
  candidates: readonly Candidate<SpeechEngine>[],
  it: { ms: number; enough: (offered: readonly OfferedVoice[]) => boolean; signal: AbortSignal },
): Promise<{ offered: OfferedVoice[]; late: Candidate<SpeechEngine>[] }> {
  const lists: (OfferedVoice[] | undefined)[] = candidates.map(() => undefined)
  const all = Promise.all(candidates.map(async (from, at) => void (lists[at] = await voicesOf(from))))
  const patience = Promise.withResolvers<void>()
  const timer = setTimeout(patience.resolve, it.ms)
  try {
    await orAborted(Promise.race([all, patience.promise]), it.signal)
    if (!it.enough(lists.flatMap((list) => list ?? []))) await orAborted(all, it.signal)
  } finally {
    clearTimeout(timer)
  }
  return { offered: lists.flatMap((list) => list ?? []), late: candidates.filter((_, at) => lists[at] === undefined) }
}

async function voicesOf(from: Candidate<SpeechEngine>): Promise<OfferedVoice[]> {
  try {
    const { available } = await from.engine.available()
    if (!available) return []
    return (await from.engine.voices()).map((voice) => ({ id: `${from.id}:${voice.id}`, engine: { name: from.id }, voice, from }))
  } catch {
    // Whoever asks such an engine for sound is told why.
    return []
  }
}
