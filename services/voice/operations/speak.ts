import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { chooseVoices } from '#domain/choose-voices.ts'
import { offeredVoices } from '#domain/offered-voices.ts'
import { utteranceName } from '#domain/utterance-name.ts'

export const speak: Handle<'speak'> = async function* (input, context) {
  const voices = chooseVoices(await offeredVoices(context.ports.engines), input.language, input.voiceId)
  if (!voices) throw new Fault('voice.voice_not_found', { voiceId: input.voiceId })
  if (voices.length === 0) throw new Fault('voice.engine_absent', { language: input.language })

  const { text, speed, pitch, volume } = input
  let failure: unknown
  for (const { id, engine, voice } of voices) {
    const name = utteranceName({ tenantId: context.tenantId, voiceId: id, text, speed, pitch, volume })
    const kept = await keptSound(name, context)
    if (kept) return yield* kept
    const whole: Uint8Array[] = []
    try {
      for await (const piece of engine.speak({ text, voice: voice.id, language: input.language, format: 'pcm-16k', speed, pitch, volume }, context.signal)) {
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
