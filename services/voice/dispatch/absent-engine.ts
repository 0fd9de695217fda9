import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine } from '@myna/ports/speech'

/** An engine in the place of one that could not be made: it says why, and does nothing. */
export function absentEngine(name: string, sentence: string): SpeechEngine & RecognitionEngine {
  return {
    name,
    formats: ['pcm-16k'],
    languages: [],
    available: async () => ({ available: false, sentence }),
    voices: async () => [],
    speak() {
      throw new PortFault(sentence, { retryable: false })
    },
    listen: async () => Promise.reject(new PortFault(sentence, { retryable: false })),
    close: async () => {},
  }
}
