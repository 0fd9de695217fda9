import { type PlayedHearing, type PlayedRoom, playRecogniser } from '@myna/ports/conformance/play-recogniser'
import type { PlayedHandshake, PlayedTalk } from '@myna/ports/conformance/play-socket'
import { createToneListener, type ToneListener } from '@myna/ports/conformance/tone-speech'

type Settings = {
  type?: unknown
  audio?: { input?: { format?: { type?: unknown; rate?: unknown }; transcription?: Record<string, unknown>; turn_detection?: unknown } }
}
type Event = { type?: unknown; session?: Settings; audio?: unknown }

const liveModels = new Set(['gpt-live-transcribe', 'gpt-realtime-whisper'])
const models = new Set([...liveModels, 'gpt-transcribe', 'gpt-4o-transcribe', 'gpt-4o-mini-transcribe', 'whisper-1'])

/** OpenAI's realtime sessions that transcribe: settings first, then sound, and a commit for each utterance; every transcript names its item. */
export const playOpenAi = () =>
  playRecogniser({
    key: 'sk-test-right',
    keyOf: ({ headers }) => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1],
    judge: refusalOf,
    talk,
  })

function refusalOf({ url, headers }: PlayedHandshake): number | undefined {
  if (url.pathname !== '/v1/realtime') return 404
  return url.search === '?intent=transcription' && headers['openai-beta'] === undefined ? undefined : 400
}

/** Why settings are not taken. */
function wrongIn(session: Settings | undefined): string | undefined {
  const { format, transcription, turn_detection: turns } = session?.audio?.input ?? {}
  const { model, language, languages, keywords, prompt, ...others } = transcription ?? {}
  const takesLists = model === 'gpt-live-transcribe' || model === 'gpt-transcribe'
  if (session?.type !== 'transcription') return 'session.type'
  if (format?.type !== 'audio/pcmu' && !(format?.type === 'audio/pcm' && format.rate === 24_000)) return 'session.audio.input.format'
  if (typeof model !== 'string' || !models.has(model)) return 'session.audio.input.transcription.model'
  if (liveModels.has(model) && turns !== null) return 'session.audio.input.turn_detection'
  if (Object.keys(others).length > 0 || (!takesLists && (languages ?? keywords) !== undefined) || (takesLists && (language ?? prompt) !== undefined))
    return 'transcription'
  if (model === 'gpt-realtime-whisper' && prompt !== undefined) return 'prompt'
  const asked = languages ?? (language === undefined ? [] : [language])
  return Array.isArray(asked) && asked.every((it) => /^[a-z]{2}$/.test(String(it))) ? undefined : 'languages'
}

function talk(conversation: PlayedTalk, room: PlayedRoom): PlayedHearing {
  let listener: ToneListener | undefined
  let bytesPerMs = 48
  let live = true
  let events = 0
  let items = 1
  let given = 0
  let committedBytes = 0
  const say = (type: string, it: object) => conversation.send({ event_id: `event_${++events}`, type, ...it })
  const transcription = (kind: string, item: number, it: object) =>
    say(`conversation.item.input_audio_transcription.${kind}`, { item_id: `item_${item}`, content_index: 0, ...it })
  const fail = (code: string, param: string | null = null) => {
    room.complain(`${code} ${param ?? ''}`)
    say('error', { error: { type: 'invalid_request_error', code, message: 'refused', param, event_id: null } })
  }
  say('session.created', { session: { type: 'transcription', id: 'sess_1', object: 'realtime.transcription_session', expires_at: 1 } })

  const update = (session: Settings | undefined) => {
    const wrong = wrongIn(session)
    if (wrong !== undefined) return fail('invalid_value', wrong)
    const { format, transcription: asked } = session!.audio!.input!
    const isMuLaw = format!.type === 'audio/pcmu'
    listener = createToneListener(isMuLaw ? { rate: 8_000, encoding: 'mulaw' } : { rate: 24_000, encoding: 'pcm' })
    bytesPerMs = isMuLaw ? 8 : 48
    live = liveModels.has(String(asked!['model']))
    room.gotPhrases((asked!['keywords'] as string[] | undefined) ?? [])
    return say('session.updated', { session: { type: 'transcription', id: 'sess_1', object: 'realtime.transcription_session', expires_at: 1 } })
  }
  const append = (ears: ToneListener, audio: unknown) => {
    const sound = new Uint8Array(Buffer.from(String(audio), 'base64'))
    if (typeof audio !== 'string' || sound.byteLength === 0 || (bytesPerMs === 48 && sound.byteLength % 2 === 1)) return fail('invalid_value', 'audio')
    const before = ears.words.length
    ears.hear(sound)
    if (live) for (let at = before; at < ears.words.length; at++) transcription('delta', items, { delta: `${at === given ? '' : ' '}${ears.words[at]}` })
    return undefined
  }
  const commit = (ears: ToneListener) => {
    if ((ears.bytes - committedBytes) / bytesPerMs < 100) return fail('input_audio_buffer_commit_empty')
    ears.finish()
    const item = items++
    const transcript = ears.words.slice(given).join(' ')
    const seconds = (ears.bytes - committedBytes) / bytesPerMs / 1000
    given = ears.words.length
    committedBytes = ears.bytes
    say('input_audio_buffer.committed', { item_id: `item_${item}`, previous_item_id: item === 1 ? null : `item_${item - 1}` })
    return room.answer(() => {
      transcription('completed', item, { transcript, usage: { type: 'duration', seconds } })
      if (room.mood !== 'repeats') return
      transcription('completed', item, { transcript, usage: { type: 'duration', seconds } })
      transcription('delta', item, { delta: transcript })
    })
  }
  return {
    hear(message) {
      if (message instanceof Uint8Array) return fail('invalid_event', 'binary')
      const event = JSON.parse(message) as Event
      if (event.type === 'session.update') return update(event.session)
      if (!listener) return fail('invalid_event', 'sound before settings')
      if (event.type === 'input_audio_buffer.append') return append(listener, event.audio)
      return event.type === 'input_audio_buffer.commit' ? commit(listener) : fail('invalid_event', String(event.type))
    },
  }
}
