import { type PlayedHearing, type PlayedRoom, playRecogniser } from '@myna/ports/conformance/play-recogniser'
import type { PlayedHandshake, PlayedTalk } from '@myna/ports/conformance/play-socket'
import { createToneListener } from '@myna/ports/conformance/tone-speech'

const known = new Set('model language encoding sample_rate channels interim_results punctuate endpointing keyterm smart_format'.split(' '))
const languages: Record<string, string[]> = { 'nova-3': ['en', 'en-IN', 'en-US', 'hi', 'bn', 'multi'], 'nova-2': ['en', 'en-IN', 'hi', 'multi'] }

/**
 * Deepgram's streaming recognition, `/v1/listen`: it knows its key, its settings and its messages, and tells which stretch of the sound each result is about. Less
 * than `leastMs` that is not final goes without an answer.
 */
export const playDeepgram = ({ leastMs = 1 } = {}) =>
  playRecogniser({
    key: 'dg-test-right',
    keyOf: ({ headers }) => /^Token (.+)$/.exec(headers.authorization ?? '')?.[1],
    judge: refusalOf,
    talk: (conversation, room) => talk(conversation, room, leastMs),
  })

function refusalOf({ url }: PlayedHandshake): number | undefined {
  const settings = url.searchParams
  if (url.pathname !== '/v1/listen') return 404
  const model = settings.get('model') ?? ''
  if ([...settings.keys()].some((name) => !known.has(name)) || !languages[model]?.includes(settings.get('language') ?? 'en')) return 400
  const sound = `${settings.get('encoding')} ${settings.get('sample_rate')}`
  if (!['linear16 16000', 'linear16 8000', 'mulaw 8000'].includes(sound) || settings.get('channels') !== '1') return 400
  const terms = settings.getAll('keyterm')
  if (terms.length > 100 || terms.join(' ').length / 2 > 500 || (terms.length > 0 && !model.startsWith('nova-3'))) return 400
  return undefined
}

function talk(conversation: PlayedTalk, room: PlayedRoom, leastMs: number): PlayedHearing {
  const settings = conversation.url.searchParams
  const rate = Number(settings.get('sample_rate'))
  const encoding = settings.get('encoding') === 'mulaw' ? 'mulaw' : 'pcm'
  const listener = createToneListener({ rate, encoding })
  const bytesPerSecond = rate * (encoding === 'mulaw' ? 1 : 2)
  let finalBytes = 0
  let finalWords = 0
  room.gotPhrases(settings.getAll('keyterm'))

  const result = (it: { final: boolean; finalize?: boolean; words: readonly string[] }) => ({
    type: 'Results',
    channel_index: [0, 1],
    start: finalBytes / bytesPerSecond,
    duration: (listener.bytes - finalBytes) / bytesPerSecond,
    is_final: it.final,
    speech_final: it.finalize === true,
    from_finalize: it.finalize === true,
    channel: {
      alternatives: [
        {
          transcript: it.words.join(' '),
          confidence: it.words.length === 0 ? 0 : 0.97,
          ...(settings.get('language') === 'multi' ? { languages: ['en', 'hi'] } : {}),
          words: it.words.map((word, at) => ({ word, start: at, end: at + 1, confidence: 0.97 })),
        },
      ],
    },
    metadata: { request_id: 'r-1', model_info: { name: 'general-nova-3', version: '1', arch: 'nova-3' }, model_uuid: 'm-1' },
  })
  const finalise = (it: { finalize: boolean }) => {
    const message = result({ final: true, finalize: it.finalize, words: listener.words.slice(finalWords) })
    finalBytes = listener.bytes
    finalWords = listener.words.length
    for (let time = 0; time < (room.mood === 'repeats' ? 2 : 1); time++) conversation.send(message)
  }
  const hearSound = (bytes: Uint8Array) => {
    if (bytes.byteLength === 0) room.complain('an empty piece of sound, which ends the conversation')
    const before = listener.words.length
    listener.hear(bytes)
    if (listener.words.length === before) return
    if ((room.mood === 'splits' || room.mood === 'repeats') && listener.words.length - finalWords >= 2) finalise({ finalize: false })
    else conversation.send(result({ final: false, words: listener.words.slice(finalWords) }))
  }
  return {
    hear(message) {
      if (message instanceof Uint8Array) return hearSound(message)
      const { type } = JSON.parse(message) as { type?: unknown }
      if (type === 'KeepAlive') return room.gotSignOfLife()
      if (type === 'CloseStream') return conversation.close(1000, '')
      if (type !== 'Finalize') {
        room.complain(`a message ${String(type)}`)
        return conversation.close(1008, 'DATA-0000')
      }
      listener.finish()
      // Where nothing waits to be finalised, nothing comes back.
      if (((listener.bytes - finalBytes) * 1000) / bytesPerSecond >= leastMs) room.answer(() => finalise({ finalize: true }))
    },
  }
}
