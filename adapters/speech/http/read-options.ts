import { PortFault } from '@myna/ports/fault'
import { jsonOf, textOf } from '@myna/ports/json-value'
import type { HttpSpeechSettings, HttpVoice, SoundAnswer } from '#http-speech.ts'

type Read = Pick<HttpSpeechSettings, 'method' | 'headers' | 'body' | 'answers' | 'voices'>

const wrong = (what: string) => new PortFault(`The voice server is not set up right: ${what}.`, { retryable: false })
const isObject = (it: unknown): it is Record<string, unknown> => typeof it === 'object' && it !== null && !Array.isArray(it)

/**
 * Settings as people write them, by name: `method`, `headers` (JSON object of texts), `body` (JSON, or a text that is sent as it is), `answers` (`wav`, `pcm 22050`, `pcm 22050 stereo`, `mulaw`),
 * `voices` (JSON list of `{"id", "name", "language", "gender"?, "voice"?, "languageCode"?}`). What is left out has its usual value. Throws `PortFault` with a sentence that says what is wrong.
 */
export function readHttpSpeechOptions(options: Readonly<Record<string, string>>): Read {
  const of = (name: string) => (Object.hasOwn(options, name) ? options[name]!.trim() : '')
  return {
    ...(of('method') ? { method: methodOf(of('method')) } : {}),
    ...(of('headers') ? { headers: headersOf(of('headers')) } : {}),
    ...(of('body') ? { body: /^[[{]/.test(of('body')) && !/^\{\w+\}$/.test(of('body')) ? parsed(of('body'), 'its body') : of('body') } : {}),
    ...(of('answers') ? { answers: answersOf(of('answers')) } : {}),
    ...(of('voices') ? { voices: voicesOf(of('voices')) } : {}),
  }
}

function parsed(text: string, what: string): unknown {
  const value = jsonOf(text)
  if (value === undefined) throw wrong(`${what} is no JSON`)
  return value
}

function methodOf(text: string): 'GET' | 'POST' | 'PUT' {
  const method = text.toUpperCase()
  if (method !== 'GET' && method !== 'POST' && method !== 'PUT') throw wrong('its method is none of GET, POST and PUT')
  return method
}

function headersOf(text: string): Record<string, string> {
  const headers = parsed(text, 'its headers')
  if (!isObject(headers) || Object.values(headers).some((it) => typeof it !== 'string')) throw wrong('its headers are no object of texts')
  return headers as Record<string, string>
}

function answersOf(text: string): SoundAnswer {
  const [as, rate, channels] = text.toLowerCase().split(/[\s:,]+/)
  if (as === 'wav' || as === 'mulaw') return { as }
  if (as === 'pcm' && /^\d+$/.test(rate ?? '')) return { as, rate: Number(rate), channels: channels === 'stereo' || channels === '2' ? 2 : 1 }
  throw wrong('what it answers is none of "wav", "pcm 22050" and "mulaw"')
}

function voicesOf(text: string): HttpVoice[] {
  const list = parsed(text, 'its list of voices')
  if (!Array.isArray(list)) throw wrong('its voices are no list')
  return list.map((it: unknown): HttpVoice => {
    const language = textOf(it, 'language')
    const gender = textOf(it, 'gender') || 'neutral'
    if (language !== 'en' && language !== 'hi' && language !== 'hinglish' && language !== 'bn')
      throw wrong('the language of a voice is none of en, hi, hinglish and bn')
    if (gender !== 'female' && gender !== 'male' && gender !== 'neutral') throw wrong('the gender of a voice is none of female, male and neutral')
    const [id, name, voice, languageCode] = ['id', 'name', 'voice', 'languageCode'].map((field) => textOf(it, field).trim())
    return { id: id!, name: name || id!, language, gender, ...(voice ? { voice } : {}), ...(languageCode ? { languageCode } : {}) }
  })
}
