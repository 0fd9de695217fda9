import { PortFault } from '@myna/ports/fault'
import { createHeardTexts } from '@myna/ports/heard-texts'
import type { RecognitionStream } from '@myna/ports/recognition'
import type { SpeechLanguage } from '@myna/ports/speech'
import type { Answer, Ask } from './child/messages.ts'

/** So much sound not yet worked on, one minute, means that the model is too slow for this machine. */
const mostUnreadBytes = 60 * 32_000

/** One listening: what it is fed goes to the child, what the child hears comes out. `hear` takes answers in, `fail` ends it with a fault. */
export type Listening = RecognitionStream & { hear(answer: Answer): void; fail(fault: PortFault): void }

/** Opens a listening of a model that is loaded. `onOver` is called once, when it ends in whatever way. */
export function openListening(it: { id: number; model: string; language: SpeechLanguage; tell: (ask: Ask) => void; onOver: () => void }): Listening {
  const { id, language, tell } = it
  const heard = createHeardTexts()
  let unread = 0
  const end = (fault?: PortFault) => {
    if (heard.over) return
    heard.end(fault)
    tell({ kind: 'close', id })
    it.onOver()
  }
  tell({ kind: 'open', id, name: it.model })
  return {
    texts: heard.texts,
    feed(sound) {
      if (heard.over || sound.byteLength === 0) return
      unread += sound.byteLength
      if (unread > mostUnreadBytes) return end(new PortFault(`The model ${it.model} does not keep up with the sound.`, { retryable: true }))
      // A copy: the caller may use its buffer again before the pipe has taken it.
      tell({ kind: 'hear', id, pcm: new Uint8Array(sound) })
    },
    endUtterance() {
      if (!heard.over) tell({ kind: 'over', id })
    },
    close: () => end(),
    fail: end,
    hear(answer) {
      if (answer.kind === 'took') unread -= answer.bytes
      else if (answer.kind === 'heard') heard.say({ text: answer.text, final: answer.final, language })
      else if (answer.kind === 'failed') end(new PortFault(`The model ${it.model} failed: ${answer.reason}`, { retryable: true }))
    },
  }
}
