import type { Spoken } from '#api/shapes.ts'

// The Web Speech API as browsers ship it; TypeScript's library leaves it out.
type Alternative = { transcript: string }
type Result = ArrayLike<Alternative> & { isFinal: boolean }
type ResultEvent = Event & { resultIndex: number; results: ArrayLike<Result> }
type Recognition = EventTarget & {
  lang: string
  continuous: boolean
  interimResults: boolean
  start: () => void
  abort: () => void
  onresult: ((event: ResultEvent) => void) | null
  onerror: ((event: Event & { error: string }) => void) | null
  onend: (() => void) | null
}
type RecognitionMaker = new () => Recognition

const tags: Record<Spoken, string> = { en: 'en-IN', hi: 'hi-IN', hinglish: 'en-IN', bn: 'bn-IN' }

function maker(): RecognitionMaker | undefined {
  const scope = globalThis as { SpeechRecognition?: RecognitionMaker; webkitSpeechRecognition?: RecognitionMaker }
  return scope.SpeechRecognition ?? scope.webkitSpeechRecognition
}

/** Whether this browser can recognise speech by itself. */
export function browserCanHear(): boolean {
  return maker() !== undefined
}

type Listeners = { onPartial: (text: string) => void; onFinal: (text: string) => void; onTrouble: (kind: 'denied' | 'missing' | 'recogniser') => void }

/** Recognises speech in the browser until stopped; restarts when the browser pauses by itself. */
export function startBrowserRecogniser(language: Spoken, { onPartial, onFinal, onTrouble }: Listeners): () => void {
  const Maker = maker()
  if (!Maker) {
    onTrouble('recogniser')
    return () => undefined
  }
  const recognition = new Maker()
  let stopped = false
  recognition.lang = tags[language]
  recognition.continuous = true
  recognition.interimResults = true
  recognition.onresult = ({ resultIndex, results }) => {
    let partial = ''
    for (let i = resultIndex; i < results.length; i++) {
      const result = results[i]!
      const text = result[0]?.transcript.trim() ?? ''
      if (result.isFinal && text) onFinal(text)
      else partial += ` ${text}`
    }
    onPartial(partial.trim())
  }
  recognition.onerror = ({ error }) => {
    if (error === 'no-speech' || error === 'aborted') return
    stopped = true
    onTrouble(error === 'not-allowed' || error === 'service-not-allowed' ? 'denied' : error === 'audio-capture' ? 'missing' : 'recogniser')
  }
  recognition.onend = () => {
    if (!stopped) recognition.start()
  }
  recognition.start()
  return () => {
    stopped = true
    recognition.abort()
  }
}
