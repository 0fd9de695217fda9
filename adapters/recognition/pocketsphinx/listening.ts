import { setTimeout as sleep } from 'node:timers/promises'
import { PortFault } from '@myna/ports/fault'
import type { Recognised, RecognitionStream } from '@myna/ports/recognition'
import { type Program, startProgram } from './program.ts'
import { createRoomTone } from './room-tone.ts'

const bytesPerSecond = 32_000
/** pocketsphinx reads 2048 samples at a time and waits until it has them. */
const blockBytes = 4096
/** It takes half a second without speech for the end of an utterance. */
const tailSamples = 0.7 * 16_000
const lookMs = 10
/** A final text comes after this at the latest; the second where the machine cannot tell whether the recogniser is idle. */
const flushMs = 6_000
const blindFlushMs = 1_500
/** So much sound not yet read means that the recogniser hangs. */
const mostUnreadBytes = 60 * bytesPerSecond

/** One listening: a running pocketsphinx, fed with sound. Lives until `close`, an abort, or the death of its process. */
export class Listening implements RecognitionStream, AsyncDisposable {
  readonly texts: AsyncIterable<Recognised>
  readonly #program: Program
  readonly #onOver: () => void
  readonly #room = createRoomTone()
  readonly #heard: Recognised[] = []
  readonly #gone: Promise<void>
  /** Phrases since the last final text. */
  #phrases: string[] = []
  /** Sound of the next utterance, and ends of utterances, while one is being finished. */
  #later: (Uint8Array | 'end')[] = []
  #laterBytes = 0
  #flushing = false
  #written = 0
  #over = false
  #failure: PortFault | undefined
  #wake = () => {}
  #line = ''
  #complaint = ''

  constructor(command: readonly string[], onOver: () => void) {
    this.#onOver = onOver
    this.#program = startProgram(command)
    const child = this.#program.process
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.#read(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaint = (this.#complaint + text).slice(-2000)))
    // A broken pipe is told by the exit.
    child.stdin.on('error', () => {})
    this.#gone = new Promise((resolve) => {
      child.once(
        'error',
        (error) => (this.#end(new PortFault(`pocketsphinx could not be started: ${error.message}`, { retryable: true, cause: error })), resolve()),
      )
      child.once('exit', () => {
        const errors = this.#complaint
          .split('\n')
          .filter((it) => /ERROR|FATAL/.test(it))
          .join(' ')
        this.#end(new PortFault(`pocketsphinx ended by itself. ${errors}`.trim(), { retryable: true }))
        resolve()
      })
    })
    this.texts = this.#readTexts()
  }

  feed(pcm: Uint8Array): void {
    if (this.#over || pcm.byteLength === 0) return
    if (this.#laterBytes + this.#program.process.stdin.writableLength > mostUnreadBytes) {
      this.#end(new PortFault('pocketsphinx does not keep up with the sound.', { retryable: true }))
      return this.#program.kill()
    }
    if (!this.#flushing) return this.#write(pcm)
    // The caller may use its buffer again.
    this.#later.push(new Uint8Array(pcm))
    this.#laterBytes += pcm.byteLength
  }

  endUtterance(): void {
    if (this.#over) return
    if (this.#flushing) this.#later.push('end')
    else void this.#flush()
  }

  close(): void {
    this.#end(undefined)
    this.#program.kill()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
    await this.#gone
  }

  #write(pcm: Uint8Array): void {
    this.#room.hear(pcm)
    this.#written += pcm.byteLength
    this.#program.process.stdin.write(Buffer.from(pcm))
  }

  /** Feeds the silence that ends an utterance, waits until it has been worked on, and says what was understood. */
  async #flush(): Promise<void> {
    this.#flushing = true
    const bytes = tailSamples * 2
    const surplus = (this.#written + bytes) % blockBytes
    this.#write(this.#room.make((bytes + (surplus === 0 ? 0 : blockBytes - surplus)) / 2))
    await this.#settled()
    if (this.#over) return
    this.#say({ text: this.#phrases.join(' '), final: true, language: 'en' })
    this.#phrases = []
    this.#flushing = false
    const later = this.#later
    this.#later = []
    this.#laterBytes = 0
    for (const it of later) {
      if (it === 'end') this.endUtterance()
      else this.feed(it)
    }
  }

  /** Resolves once the recogniser has nothing left to do: it was seen idle twice, which leaves time for its text to arrive. */
  async #settled(): Promise<void> {
    const start = performance.now()
    let patience = flushMs
    for (let idle = 0; idle < 2 && performance.now() - start < patience && !this.#over; ) {
      await sleep(lookMs)
      const state = await this.#program.idle()
      if (state === undefined) patience = blindFlushMs
      idle = state ? idle + 1 : 0
    }
  }

  #read(text: string): void {
    const lines = (this.#line + text).split('\n')
    this.#line = lines.pop() ?? ''
    for (const line of lines) {
      const phrase = wordsOf(line)
      if (phrase === '') continue
      this.#phrases.push(phrase)
      this.#say({ text: this.#phrases.join(' '), final: false, language: 'en' })
    }
  }

  #say(it: Recognised): void {
    if (this.#over) return
    this.#heard.push(it)
    this.#wake()
  }

  #end(failure: PortFault | undefined): void {
    if (this.#over) return
    this.#over = true
    this.#failure = failure
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

/** A line of pocketsphinx as people write it: no noises, no numbers of pronunciations as in `read(2)`. */
function wordsOf(line: string): string {
  return line
    .replace(/\(\d+\)/g, '')
    .replace(/<[^>]*>|\[[^\]]*\]|\+\+[^+]*\+\+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
