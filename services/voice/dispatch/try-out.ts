import { orAborted } from '@myna/ports/or-aborted'
import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine, SpeechLanguage } from '@myna/ports/speech'
import { bytesOfMs } from '@myna/sound/frames'

const words: Record<SpeechLanguage, string> = { en: 'Hello', hi: 'नमस्ते', hinglish: 'Namaste', bn: 'নমস্কার' }
/** More sound than this is no single word. */
const mostSoundMs = 10_000
/** Before a word, and in the place of one where nothing speaks. */
const silenceMs = 400
const answerMs = 8_000

/** A word that was said: what, by whom, and its sound (`pcm-16k`). */
export type SaidWord = { word: string; voice: string; language: SpeechLanguage; languages: SpeechLanguage[]; sound: Uint8Array }

/** Lets an engine say one word with its first voice. Throws `PortFault`, or the reason of `signal`. */
export async function sayWord(engine: SpeechEngine, signal: AbortSignal): Promise<SaidWord> {
  const { available, sentence } = await orAborted(engine.available(), signal)
  const voices = available ? await orAborted(engine.voices(), signal) : []
  const voice = voices[0]
  if (!voice) throw new PortFault(sentence, { retryable: false })
  const word = words[voice.language]
  const own = new AbortController()
  const request = { text: word, voice: voice.id, language: voice.language, format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 } as const
  const parts: Uint8Array[] = []
  const hear = async () => {
    let bytes = 0
    for await (const piece of engine.speak(request, AbortSignal.any([signal, own.signal]))) {
      parts.push(piece)
      bytes += piece.byteLength
      if (bytes > bytesOfMs('pcm-16k', mostSoundMs)) break
    }
    return bytes
  }
  try {
    const bytes = await orAborted(hear(), signal)
    if (bytes === 0) throw new PortFault(`Of "${word}" nothing was heard.`, { retryable: true })
  } finally {
    own.abort()
  }
  const languages = [...new Set(voices.map((it) => it.language))]
  return { word, voice: voice.name, language: voice.language, languages, sound: Buffer.concat(parts) }
}

/** Lets an engine hear a word, or a little silence; gives what it understood, undefined when it says nothing in time. Throws `PortFault`, or the reason of `signal`. */
export async function hearWord(engine: RecognitionEngine, said: SaidWord | undefined, signal: AbortSignal): Promise<string | undefined> {
  const { available, sentence } = await orAborted(engine.available(), signal)
  const language = engine.languages.find((it) => it === said?.language) ?? engine.languages[0]
  if (!available || !language) throw new PortFault(sentence, { retryable: false })
  const own = new AbortController()
  const opening = engine.listen({ languages: [language], format: 'pcm-16k', phrases: [] }, AbortSignal.any([signal, own.signal]))
  const patience = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout | undefined
  try {
    const stream = await orAborted(opening, signal)
    const understood = async () => {
      for await (const { text, final } of stream.texts) if (final) return text.trim()
      throw new PortFault('It hung up.', { retryable: true })
    }
    const texts = understood()
    texts.catch(() => {})
    const silence = new Uint8Array(bytesOfMs('pcm-16k', silenceMs))
    for (const piece of said ? [silence, said.sound, silence] : [silence]) stream.feed(piece)
    stream.endUtterance()
    timer = setTimeout(patience.resolve, answerMs)
    return (await orAborted(Promise.race([texts, patience.promise]), signal)) ?? undefined
  } finally {
    clearTimeout(timer)
    own.abort()
    opening.then(
      (stream) => stream.close(),
      () => {},
    )
  }
}
