import { PortFault } from '@myna/ports/fault'
import { createHeardTexts } from '@myna/ports/heard-texts'
import type { RecognitionStream } from '@myna/ports/recognition'
import type { Answer, Ask } from './child/messages.ts'

/** So much sound not yet worked on, one minute, means that the recogniser does not keep up. */
const mostUnreadBytes = 60 * 32_000

/** One listening of the worker. `hear` takes its answers in, `fail` ends it with a fault. */
export type Listening = RecognitionStream & { hear(answer: Answer): void; fail(fault: PortFault): void }

/** Opens a listening in the worker that `tell` reaches. `onOver` is called once, when it ends in whatever way. */
export function openListening(id: number, tell: (ask: Ask) => void, onOver: () => void): Listening {
  const heard = createHeardTexts()
  let unread = 0
  const end = (fault?: PortFault) => {
    if (heard.over) return
    heard.end(fault)
    tell({ kind: 'close', id })
    onOver()
  }
  const ask = (it: Ask) => void (heard.over || tell(it))
  return {
    texts: heard.texts,
    feed(sound) {
      if (heard.over || sound.byteLength === 0) return
      unread += sound.byteLength
      if (unread > mostUnreadBytes) return end(new PortFault('soundswallower does not keep up with the sound.', { retryable: true }))
      // A copy, which `slice` of a Buffer is not: the caller may use its buffer again.
      tell({ kind: 'sound', id, pcm: new Uint8Array(sound) })
    },
    endUtterance: () => ask({ kind: 'end', id }),
    expect: (phrases) => ask({ kind: 'expect', id, phrases: [...phrases] }),
    close: () => end(),
    fail: end,
    hear(answer) {
      if (answer.kind === 'took') unread -= answer.bytes
      else if (answer.kind === 'heard') heard.say({ text: answer.text, final: answer.final, language: 'en' })
      else if (answer.kind === 'failed') end(new PortFault(`soundswallower could not go on: ${answer.reason}`, { retryable: true }))
    },
  }
}
