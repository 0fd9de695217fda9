import { PortFault } from '@myna/ports/fault'
import type { Recognised, RecognitionStream } from '@myna/ports/recognition'
import type { Answer, Ask } from './child/messages.ts'

/** So much sound not yet worked on, one minute, means that the recogniser does not keep up. */
const mostUnreadBytes = 60 * 32_000
/** Texts that nobody reads; beyond, drafts are dropped. */
const mostUnreadTexts = 1000

/** One listening of the worker. Lives until `close`, an abort, or the end of the worker. */
export class Listening implements RecognitionStream {
  readonly id: number
  readonly texts: AsyncIterable<Recognised>
  readonly #tell: (ask: Ask) => void
  readonly #onOver: () => void
  readonly #heard: Recognised[] = []
  #unread = 0
  #over = false
  #failure: PortFault | undefined
  #wake = () => {}

  constructor(id: number, tell: (ask: Ask) => void, onOver: () => void) {
    this.id = id
    this.#tell = tell
    this.#onOver = onOver
    this.texts = this.#readTexts()
  }

  feed(pcm: Uint8Array): void {
    if (this.#over || pcm.byteLength === 0) return
    this.#unread += pcm.byteLength
    if (this.#unread > mostUnreadBytes) return this.fail(new PortFault('soundswallower does not keep up with the sound.', { retryable: true }))
    // A copy: the caller may use its buffer again, and `slice` of a Buffer is none.
    this.#tell({ kind: 'sound', id: this.id, pcm: new Uint8Array(pcm) })
  }

  endUtterance(): void {
    if (!this.#over) this.#tell({ kind: 'end', id: this.id })
  }

  expect(phrases: readonly string[]): void {
    if (!this.#over) this.#tell({ kind: 'expect', id: this.id, phrases: [...phrases] })
  }

  close(): void {
    this.#end(undefined)
  }

  /** Ends the texts with a fault. */
  fail(fault: PortFault): void {
    this.#end(fault)
  }

  /** Takes in what the worker says of this listening. */
  hear(answer: Answer): void {
    if (this.#over) return
    if (answer.kind === 'took') this.#unread -= answer.bytes
    else if (answer.kind === 'failed') this.fail(new PortFault(`soundswallower could not go on: ${answer.reason}`, { retryable: true }))
    else if (answer.kind === 'heard' && (answer.final || this.#heard.length < mostUnreadTexts)) {
      this.#heard.push({ text: answer.text, final: answer.final, language: 'en' })
      this.#wake()
    }
  }

  #end(failure: PortFault | undefined): void {
    if (this.#over) return
    this.#over = true
    this.#failure = failure
    this.#tell({ kind: 'close', id: this.id })
    this.#onOver()
    this.#wake()
  }

  async *#readTexts(): AsyncGenerator<Recognised> {
    for (;;) {
      const text = this.#heard.shift()
      if (text) yield text
      else if (this.#failure) throw this.#failure
      else if (this.#over) return
      else await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}
