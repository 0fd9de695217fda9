import { type PlayedAnswer, type PlayedRequest, playedMuLaw, playedPcm, playedVoice, playedWav, playSpeech } from '@myna/ports/conformance/played-speech'

const refuse = (status: number, message: string): PlayedAnswer => ({ status, json: { error: message } })
/** How the server writes what it answers. */
export type Manner =
  | 'wav'
  | 'wav_stereo'
  | 'wav_float'
  | 'wav_unknown_length'
  | 'wav_odd_rate'
  | 'wav_mp3'
  | 'wav_short'
  | 'pcm'
  | 'pcm_stereo'
  | 'mulaw'
  | 'noise'

/** Each sample on both sides, once louder and once softer, so that only their mean is right. */
const stereo = (it: Int16Array) => Int16Array.from({ length: it.length * 2 }, (_, at) => it[at >> 1]! * (at % 2 === 0 ? 1.5 : 0.5))

/**
 * Plays voice servers that people run: one like Piper's (`POST /synthesize` with JSON: text, voice, length_scale), one like Coqui's (`GET /api/tts?text=…`), and one that takes
 * plain text. The first wants a key.
 */
export async function playVoiceServer() {
  const key = 'voice-server-right-key'
  let manner: Manner = 'wav'

  const speak = (text: string, it: { voice: string; speed: number }): PlayedAnswer => {
    if (text.trim() === '') return refuse(400, 'No text')
    if (!['amy', 'pratham', 'speaker 1'].includes(it.voice)) return refuse(404, `Unknown voice ${it.voice}`)
    const write = (samples: Int16Array, rate: number): Buffer => {
      if (manner === 'pcm') return playedPcm(samples)
      if (manner === 'pcm_stereo') return playedPcm(stereo(samples))
      if (manner === 'mulaw') return playedMuLaw(samples)
      if (manner === 'noise') return Buffer.alloc(5_000_000, 0x5a)
      if (manner === 'wav_stereo') return playedWav(playedPcm(stereo(samples)), { rate, channels: 2 })
      if (manner === 'wav_mp3') return playedWav(playedPcm(samples), { rate, code: 0x55 })
      if (manner === 'wav_odd_rate') return playedWav(playedPcm(samples), { rate: 37_800 })
      if (manner === 'wav_short') return playedWav(playedPcm(samples), { rate }).subarray(0, 30)
      if (manner === 'wav_float') return playedWav(Buffer.from(Float32Array.from(samples, (sample) => sample / 32_768).buffer), { rate, code: 3, bits: 32 })
      const wav = playedWav(playedPcm(samples), { rate })
      if (manner === 'wav_unknown_length') wav.writeUInt32LE(0xffff_ffff, 40)
      return wav
    }
    const rate = manner === 'mulaw' ? 8_000 : 22_050
    const samples = playedVoice(text, { ...it, rate })
    return {
      contentType: manner.startsWith('wav') ? 'audio/wav' : 'application/octet-stream',
      sound: write(samples, rate),
      silence: write(
        samples.map(() => 0),
        rate,
      ),
      endless: playedPcm(samples),
    }
  }

  const likePiper = ({ headers, body }: PlayedRequest): PlayedAnswer => {
    if (headers['x-voice-key'] !== key && headers.authorization !== `Bearer ${key}`) return refuse(401, 'Unauthorized')
    if (headers['content-type'] !== 'application/json') return refuse(415, 'JSON is wanted')
    const said = JSON.parse(body) as { text?: unknown; voice?: unknown; length_scale?: unknown }
    if (typeof said.text !== 'string' || typeof said.voice !== 'string') return refuse(422, 'text and voice are wanted')
    if (said.length_scale !== undefined && typeof said.length_scale !== 'number') return refuse(422, 'length_scale is no number')
    return speak(said.text, { voice: said.voice, speed: 1 / (said.length_scale ?? 1) })
  }

  const server = await playSpeech((request) => {
    const query = request.url.searchParams
    switch (`${request.method} ${request.url.pathname}`) {
      case 'POST /synthesize':
        return likePiper(request)
      case 'GET /api/tts':
        if (!['en', 'hi', 'bn-x'].includes(query.get('language_id') ?? '')) return refuse(400, 'Unknown language')
        return request.body === ''
          ? speak(query.get('text') ?? '', { voice: query.get('speaker_id') ?? '', speed: Number(query.get('speed')) })
          : refuse(400, 'Body')
      case 'PUT /plain':
        return request.headers['content-type']?.startsWith('text/plain') ? speak(request.body, { voice: 'amy', speed: 1 }) : refuse(415, 'Text is wanted')
      default:
        return refuse(404, 'Not found')
    }
  })
  return Object.assign(server, {
    key,
    speakAs(next: Manner) {
      manner = next
    },
  })
}
