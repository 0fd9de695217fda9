import { Fault } from '@myna/kernel'
import type { SpeechEngine } from '@myna/ports/speech'
import type { Context, Handle } from '#context.ts'
import { type Candidate, deskOf } from '#dispatch/desk.ts'
import { offeredLately, offeredVoices, type OfferedVoice } from '#dispatch/offered-voices.ts'
import { speakThrough } from '#dispatch/speak-through.ts'
import { late } from '#dispatch/trouble.ts'
import type { Saying } from '#dispatch/attempt.ts'
import { utteranceName } from '#domain/utterance-name.ts'
import { combined, isId, presetIdOf, voicesFor } from '#domain/wish.ts'
import { createPresetQueries } from '#store/preset-queries.ts'

/** Lists that are not there by then are done without, if others are. */
const listMs = 1_000

type Input = Parameters<Handle<'speak'>>[0]

/** Speaks a text with the wished voice, or with one that stands in for it. */
export const speak: Handle<'speak'> = async function* (input, context) {
  const { voiceId, ...saying } = await meantBy(input, context)
  const voices = await voicesOf(saying, voiceId, context)
  const named = (voice: OfferedVoice) =>
    utteranceName({ tenantId: context.tenantId, voiceId: voice.id, revision: voice.from.provider?.revision ?? 0, ...saying })
  const keeps = context.ports.cache !== undefined
  // What was said by the best voice is said again even while that one cannot speak.
  const kept = keeps ? await keptSound(named(voices[0]!), context) : undefined
  if (kept) return yield* kept

  const whole: Uint8Array[] = []
  const sound = speakThrough(voices, saying, context)
  let spoke: OfferedVoice | undefined
  try {
    for (let next = await sound.next(); ; next = await sound.next()) {
      if (next.done) {
        spoke = next.value
        break
      }
      if (keeps) whole.push(next.value)
      yield next.value
    }
  } catch (error) {
    throw new Fault('voice.engine_failed', { language: input.language, voiceId: input.voiceId }, { cause: error })
  } finally {
    await sound.return(undefined)
  }
  if (context.signal.aborted) return
  if (!spoke) throw new Fault('voice.engine_failed', { language: input.language, voiceId: input.voiceId })
  if (keeps) await keep(named(spoke), whole, context)
}

/** What is asked for once a saved voice is taken for what it means; one that is gone is as if none had been wished. */
async function meantBy({ voiceId, ...asked }: Input, { caller, db, log, tenantId }: Context): Promise<Saying & { voiceId: string | undefined }> {
  const { text, language, format, speed, pitch, volume } = asked
  const presetId = presetIdOf(voiceId)
  if (presetId === undefined) return { text, language, format, speed, pitch, volume, voiceId }
  const preset = isId(presetId)
    ? await db
        .inTenant(caller, (tx) => createPresetQueries(tx, tenantId).find(presetId))
        .catch((error: unknown) => {
          log.warn({ error, presetId }, 'a saved voice could not be read')
          return undefined
        })
    : undefined
  if (!preset) return { text, language, format, speed, pitch, volume, voiceId: undefined }
  return { text, language, format, ...combined(preset, { speed, pitch, volume }), voiceId: preset.voice_id }
}

/** The voices to try, best first, at least one. */
async function voicesOf({ language }: Saying, wish: string | undefined, context: Context): Promise<OfferedVoice[]> {
  const desk = deskOf(context)
  const speakers = desk.speakersOf(context)
  const candidates = Array.isArray(speakers) ? speakers : await speakers
  const lately = offeredLately(candidates)
  const isEnough = lately?.some((it) => it.voice.language === language)
  const offered = isEnough ? lately! : await offeredNow(language, candidates, context)
  const here = new Set(candidates.flatMap((it) => (it.provider ? [] : [it.id])))
  const voices = voicesFor(offered, { language, wish, here })
  if (!voices) throw new Fault('voice.voice_not_found', { voiceId: wish })
  if (voices.length === 0) throw new Fault('voice.engine_absent', { language })
  return voices
}

/** The voices there are, as far as their engines say so in time; those that do not are noted as late. */
async function offeredNow(language: Input['language'], candidates: readonly Candidate<SpeechEngine>[], context: Context): Promise<OfferedVoice[]> {
  const desk = deskOf(context)
  const enough = (offered: readonly OfferedVoice[]) => offered.some((it) => it.voice.language === language)
  const lists = await offeredVoices(candidates, { ms: listMs, enough, signal: context.signal })
  for (const it of lists.late) desk.failed(it, late)
  return lists.offered
}

/** A cache that fails costs time, never the answer. */
async function keptSound(name: string, { ports, log }: Context): Promise<AsyncIterable<Uint8Array> | undefined> {
  try {
    return (await ports.cache?.get(name))?.body
  } catch (error) {
    log.warn({ error }, 'the cache of utterances could not be read')
    return undefined
  }
}

/** Keeps an utterance that was spoken to its end. */
async function keep(name: string, whole: readonly Uint8Array[], { ports, signal, log }: Context): Promise<void> {
  if (signal.aborted || whole.length === 0) return
  try {
    await ports.cache?.put(name, inOrder(whole))
  } catch (error) {
    log.warn({ error }, 'the cache of utterances could not be written')
  }
}

async function* inOrder(whole: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* whole
}
