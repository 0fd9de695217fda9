import { orAborted } from '@myna/ports/or-aborted'
import type { SpeechEngine, SpeechVoice } from '@myna/ports/speech'
import type { Candidate } from '#dispatch/desk.ts'

/** A voice, who has it, and the id the outside knows it by. */
export type OfferedVoice = { id: string; engine: { name: string }; voice: SpeechVoice; from: Candidate<SpeechEngine> }

/** A list younger than this is as good as new; up to the other age it is used while the engine is asked again, a little later. */
const [freshMs, usableMs, behindMs] = [2_000, 30_000, 100] as const

type List = { voices: readonly SpeechVoice[]; askedAt: number; asking: boolean }

/** What each engine said last; one that could not speak then is not here. */
const lists = new WeakMap<SpeechEngine, List>()

/**
 * The voices of all engines that can speak now, in the order of engines and of the voices each lists. Engines that take longer than `ms` to say are left out, and named, if those
 * of the others are enough.
 */
export async function offeredVoices(
  candidates: readonly Candidate<SpeechEngine>[],
  it: { ms: number; enough: (offered: readonly OfferedVoice[]) => boolean; signal: AbortSignal },
): Promise<{ offered: OfferedVoice[]; late: Candidate<SpeechEngine>[] }> {
  const all: (OfferedVoice[] | undefined)[] = candidates.map(() => undefined)
  const asked = Promise.all(candidates.map(async (from, at) => void (all[at] = offeredBy(from, await ask(from.engine)))))
  const patience = Promise.withResolvers<void>()
  const timer = setTimeout(patience.resolve, it.ms)
  try {
    await orAborted(Promise.race([asked, patience.promise]), it.signal)
    if (!it.enough(all.flatMap((list) => list ?? []))) await orAborted(asked, it.signal)
  } finally {
    clearTimeout(timer)
  }
  return { offered: all.flatMap((list) => list ?? []), late: candidates.filter((_, at) => all[at] === undefined) }
}

/** The same as each engine said a moment ago, without asking anybody; undefined when one of them has not. */
export function offeredLately(candidates: readonly Candidate<SpeechEngine>[]): OfferedVoice[] | undefined {
  const offered: OfferedVoice[] = []
  for (const from of candidates) {
    const list = lists.get(from.engine)
    const ageMs = list ? performance.now() - list.askedAt : Number.POSITIVE_INFINITY
    if (!list || ageMs >= usableMs) return undefined
    if (ageMs >= freshMs) askBehind(from.engine, list)
    offered.push(...offeredBy(from, list.voices))
  }
  return offered
}

const offeredBy = (from: Candidate<SpeechEngine>, voices: readonly SpeechVoice[]): OfferedVoice[] =>
  voices.map((voice) => ({ id: `${from.id}:${voice.id}`, engine: { name: from.id }, voice, from }))

/** Whoever speaks to a caller does not share the processor with it. */
function askBehind(engine: SpeechEngine, list: List): void {
  if (list.asking) return
  list.asking = true
  setTimeout(() => void ask(engine).finally(() => (list.asking = false)), behindMs).unref()
}

async function ask(engine: SpeechEngine): Promise<readonly SpeechVoice[]> {
  try {
    const { available } = await engine.available()
    const voices = available ? await engine.voices() : []
    if (voices.length > 0) lists.set(engine, { voices, askedAt: performance.now(), asking: false })
    else lists.delete(engine)
    return voices
  } catch {
    lists.delete(engine)
    // Whoever asks such an engine for sound is told why.
    return []
  }
}
