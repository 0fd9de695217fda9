import { type PlayedHearing, type PlayedRoom, playRecogniser } from '@myna/ports/conformance/play-recogniser'
import type { PlayedHandshake, PlayedTalk } from '@myna/ports/conformance/play-socket'
import { createToneListener } from '@myna/ports/conformance/tone-speech'

const key = 'xi-test-right'
const known = new Set('model_id audio_format commit_strategy language_code keyterms include_timestamps include_language_detection'.split(' '))
const formats: Record<string, { rate: number; encoding: 'pcm' | 'mulaw' }> = {
  pcm_8000: { rate: 8_000, encoding: 'pcm' },
  pcm_16000: { rate: 16_000, encoding: 'pcm' },
  ulaw_8000: { rate: 8_000, encoding: 'mulaw' },
}
const fields = new Set(['message_type', 'audio_base_64', 'commit', 'sample_rate', 'previous_text'])

/** ElevenLabs Scribe in real time: a wrong key or setting is answered within the conversation, as the real one does, and each commit has one transcript. */
export const playElevenLabs = () =>
  playRecogniser({ key, keyOf: () => key, judge: ({ url }) => (url.pathname === '/v1/speech-to-text/realtime' ? undefined : 404), talk })

/** The message a handshake is turned down with. */
function refusalOf({ url, headers }: PlayedHandshake): string | undefined {
  const settings = url.searchParams
  if (headers['xi-api-key'] !== key) return 'auth_error'
  const wrong =
    [...settings.keys()].some((name) => !known.has(name)) ||
    settings.get('model_id') !== 'scribe_v2_realtime' ||
    !formats[settings.get('audio_format') ?? ''] ||
    !['manual', 'vad'].includes(settings.get('commit_strategy') ?? 'manual') ||
    !['en', 'hi', 'bn', null].includes(settings.get('language_code')) ||
    settings.getAll('keyterms').length > 50 ||
    settings.getAll('keyterms').some((term) => term.length > 20 || term.trim() === '')
  return wrong ? 'invalid_request' : undefined
}

function talk(conversation: PlayedTalk, room: PlayedRoom): PlayedHearing {
  const refusal = refusalOf(conversation)
  const settings = conversation.url.searchParams
  const format = formats[settings.get('audio_format') ?? ''] ?? { rate: 16_000, encoding: 'pcm' as const }
  const sampleBytes = format.encoding === 'mulaw' ? 1 : 2
  const silence = format.encoding === 'mulaw' ? 0xff : 0
  const listener = createToneListener(format)
  let given = 0
  let uncommittedBytes = 0
  let hasSplit = false

  if (refusal) {
    conversation.send({ message_type: refusal, error: `refused: ${key}` })
    conversation.close(1008, refusal)
  } else {
    room.gotPhrases(settings.getAll('keyterms'))
    conversation.send({ message_type: 'session_started', session_id: 's-1', config: { sample_rate: format.rate, commit_strategy: 'manual' } })
  }
  const fail = (type: string) => {
    room.complain(type)
    conversation.send({ message_type: type, error: 'refused' })
    conversation.close(1008, type)
  }
  const commit = () => {
    const text = listener.words.slice(given).join(' ')
    given = listener.words.length
    uncommittedBytes = 0
    for (let time = 0; time < (room.mood === 'repeats' ? 2 : 1); time++) conversation.send({ message_type: 'committed_transcript', text })
  }
  return {
    hear(message) {
      if (refusal) return undefined
      if (message instanceof Uint8Array) return fail('input_error')
      const it = JSON.parse(message) as { message_type?: unknown; audio_base_64?: unknown; commit?: unknown; sample_rate?: unknown }
      const { audio_base_64: base64 } = it
      if (Object.keys(it).some((name) => !fields.has(name)) || it.message_type !== 'input_audio_chunk' || typeof it.commit !== 'boolean')
        return fail('input_error')
      if (typeof base64 !== 'string' || it.sample_rate !== format.rate) return fail('input_error')
      const sound = new Uint8Array(Buffer.from(base64, 'base64'))
      if (sound.byteLength % sampleBytes !== 0 || (sound.byteLength === 0 && !it.commit)) return fail('input_error')
      if (!it.commit && sound.every((byte) => byte === silence)) room.gotSignOfLife()
      const before = listener.words.length
      listener.hear(sound)
      uncommittedBytes += sound.byteLength
      if (it.commit) {
        if (uncommittedBytes / sampleBytes / format.rate < 0.3) {
          room.complain('too little to commit')
          return conversation.send({ message_type: 'commit_throttled', error: 'too little' })
        }
        listener.finish()
        hasSplit = false
        return room.answer(commit)
      }
      if (listener.words.length === before) return undefined
      if ((room.mood === 'splits' || room.mood === 'repeats') && !hasSplit && listener.words.length - given >= 2) {
        hasSplit = true
        return commit()
      }
      return conversation.send({ message_type: 'partial_transcript', text: listener.words.slice(given).join(' ') })
    },
  }
}
