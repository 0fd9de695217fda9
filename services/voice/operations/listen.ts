import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { listenThrough } from '#streams/listen-through.ts'

/** Recognises speech as it comes, through the first engine that can. */
export const listen: Handle<'listen'> = async ({ languages, format, phrases }, context, socket) => {
  const trouble = Promise.withResolvers<never>()
  trouble.promise.catch(() => {})
  const desk = deskOf(context)
  const listening = await listenThrough({
    candidates: () => desk.listenersOf(context),
    desk,
    languages,
    format,
    phrases,
    signal: AbortSignal.any([context.signal, socket.signal]),
    tell: (message) => socket.send(message),
    failed: (error) => trouble.reject(new Fault(error === undefined ? 'voice.engine_absent' : 'voice.engine_failed', { languages }, { cause: error })),
  })
  const read = async () => {
    for await (const message of socket.messages) {
      if (message instanceof Uint8Array) listening.feed(message)
      else if (message.type === 'end') listening.end()
      else listening.expect(message.phrases)
    }
  }
  try {
    await Promise.race([read(), trouble.promise])
  } finally {
    listening.close()
  }
}
