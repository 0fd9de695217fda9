import { PortFault } from '@myna/ports/fault'
import { isSoundRate } from '@myna/sound/resampler'
import { hasPlace } from '#fill-template.ts'
import type { HttpSpeechSettings, HttpVoice } from '#http-speech.ts'

const wrong = (what: string) => new PortFault(`The voice server is not set up right: ${what}.`, { retryable: false })
/** Headers that say how a request travels are made by what sends it. */
const ownHeaders = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'upgrade', 'expect', 'te', 'trailer', 'keep-alive'])
const mostVoices = 200

/** The voices of a server that is set up so that it can speak. Throws `PortFault` with a sentence that says what is wrong. */
export function checkedVoices(it: HttpSpeechSettings, voices: readonly HttpVoice[]): HttpVoice[] {
  if (!URL.canParse(it.url) || !/^https?:$/.test(new URL(it.url).protocol)) throw wrong('its address is none')
  if (/[{}]/.test(/^[^/]*\/\/[^/?#]*/.exec(it.url)?.[0] ?? '')) throw wrong('its address has a place for something in the name of the host')
  if (!hasPlace(it.url, 'text') && !hasPlace(it.body ?? '{text}', 'text')) throw wrong('neither its address nor its body has a place for {text}')
  if (it.method === 'GET' && !hasPlace(it.url, 'text')) throw wrong('it is asked with GET, and its address has no place for {text}')
  for (const name of Object.keys(it.headers ?? {}))
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || ownHeaders.has(name.toLowerCase())) throw wrong('a header has a name it cannot have')
  const { answers } = it
  if (answers?.as === 'pcm' && !isSoundRate(answers.rate)) throw wrong('it answers PCM at a rate that is not read here')
  if (answers?.as === 'pcm' && ![1, 2, undefined].includes(answers.channels)) throw wrong('it answers PCM with an impossible number of channels')
  if (voices.length === 0 || voices.length > mostVoices) throw wrong(`it has no voices, or more than ${mostVoices}`)
  if (voices.some(({ id, name }) => !/^\S{1,100}$/.test(id) || name.trim() === '')) throw wrong('a voice has no id or name, or a space in its id')
  if (new Set(voices.map(({ id }) => id)).size < voices.length) throw wrong('two voices have the same id')
  return [...voices]
}
