import { Fault } from '@myna/kernel'
import { convertAll } from '@myna/sound/converter'
import type { Context, Handle } from '#context.ts'
import { chooseVoices } from '#domain/choose-voices.ts'
import { offeredVoices } from '#domain/offered-voices.ts'
import { utteranceName } from '#domain/utterance-name.ts'

export const speak: Handle<'speak'> = async function* (input, context) {
  const voices = chooseVoices(await offeredVoices(context.ports.engines), input.language, input.voiceId)
  if (!voices) throw new Fault('voice.voice_not_found', { voiceId: input.voiceId })
  if (voices.length === 0) throw new Fault('voice.engine_absent', { language: input.language })

  const { text, language, speed, pitch, volume, format } = input
  let failure: unknown
  for (const { id, engine, voice } of voices) {
    const name = utteranceName({ tenantId: context.tenantId, voiceId: id, text, speed, pitch, volume, format })
    const kept = await keptSound(name, context)
    if (kept) return yield* kept
    const whole: Uint8Array[] = []
    try {
      const made = engine.formats.includes(format) ? format : 'pcm-16k'
      const sound = engine.speak({ text, voice: voice.id, language, format: made, speed, pitch, volume }, context.signal)
      for await (const piece of made === format ? sound : convertAll(sound, made, format)) {
        whole.push(piece)
        yield piece
      }
      return await keep(name, whole, context)
    } catch (error) {
      context.log.warn({ error, voice: id }, 'a speech engine failed')
      failure = error
      // Half a sentence was heard: another voice must not begin it anew.
      if (whole.length > 0) break
    }
  }
  throw new Fault('voice.engine_failed', { language: input.language, voiceId: input.voiceId }, { cause: failure })
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
