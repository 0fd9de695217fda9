import type { TalkUp } from '@myna/contracts/calls'
import type { Spoken } from '#api/shapes.ts'
import { browserCanHear, startBrowserRecogniser } from './browser-recogniser.ts'
import { type Microphone, MicrophoneFault, openMicrophone } from './microphone.ts'
import { isOwnEcho } from './own-echo.ts'
import type { ListenBy, TalkView } from './talk-view.ts'

/** What the ears need of the call they belong to. */
export type Surroundings = {
  view: () => TalkView
  set: (change: Partial<TalkView>) => void
  send: (message: TalkUp) => void
  /** Sends a frame if the line is open; false if it is not. */
  sendFrame: (frame: Uint8Array) => boolean
  /** Somebody spoke over the agent, or started or stopped speaking. */
  onSpeech: (what: 'start' | 'end') => void
  say: (text: string) => void
  /** The microphone is there, or no longer. */
  onMicrophone: (track: MediaStreamTrack | undefined) => void
  /** What the agent says now; undefined while it is silent. */
  saying: () => string | undefined
}

/** A frame is 20 ms; sound older than the newest second is worth nothing to a listener. */
const framesKept = 50

/** The microphone of a call and who recognises what it hears: the server, the browser, or nobody. */
export class TalkEars {
  readonly #around: Surroundings
  #microphone: Microphone | undefined
  #opening: Promise<Microphone> | undefined
  #stopRecogniser: (() => void) | undefined
  #frames: Uint8Array[] = []
  #closed = false

  constructor(around: Surroundings) {
    this.#around = around
  }

  get loudness(): number {
    return this.#microphone?.loudness() ?? 0
  }

  /** What the microphone hears, while it is on. */
  get track(): MediaStreamTrack | undefined {
    return this.#microphone?.track
  }

  /** While the agent speaks, its own voice must not count as the caller's. */
  guard(on: boolean): void {
    this.#microphone?.guard(on)
  }

  /** Turns the microphone on and listens. */
  async open(by?: ListenBy): Promise<void> {
    this.#around.set({ microphone: 'asking', trouble: undefined })
    try {
      // Asked twice before the first answer, there is still one microphone.
      this.#opening ??= this.#openMicrophone()
      const microphone = await this.#opening
      if (this.#closed) return microphone.close()
      this.#microphone = microphone
      this.#around.set({ microphone: 'on' })
      this.#around.onMicrophone(microphone.track)
      // Before the line is open nobody knows who can hear; `lineOpened` decides then.
      if (this.#around.view().line === 'open') this.listenBy(by ?? this.#best())
    } catch (error) {
      this.#around.set({ microphone: 'off', trouble: { kind: error instanceof MicrophoneFault ? error.trouble : 'unsupported' } })
    } finally {
      this.#opening = undefined
    }
  }

  async #openMicrophone(): Promise<Microphone> {
    if (this.#microphone) return this.#microphone
    return openMicrophone({
      onFrame: (frame) => this.#onFrame(frame),
      // With the browser's recogniser words tell that the caller speaks; the echo of the loudspeaker cannot fake those.
      onSpeech: (what) => {
        if (what === 'end' || this.#around.view().listenBy === 'server') this.#around.onSpeech(what)
      },
      onLost: () => {
        this.hush()
        this.#around.set({ trouble: { kind: 'lost' } })
      },
    })
  }

  /** Turns the microphone off. */
  hush(): void {
    this.#microphone?.close()
    this.#microphone = undefined
    this.#around.set({ microphone: 'off' })
    this.#around.onMicrophone(undefined)
    this.listenBy('none')
  }

  /** Goes on listening on a line that has just opened, or come back. */
  lineOpened(): void {
    const { microphone, listenBy } = this.#around.view()
    if (microphone === 'on') this.listenBy(listenBy === 'none' ? this.#best() : listenBy)
  }

  /** Who recognises speech from now on. */
  listenBy(by: ListenBy): void {
    this.#stopRecogniser?.()
    this.#stopRecogniser = undefined
    this.#around.set({ listenBy: by, partial: '' })
    this.#around.send({ type: 'listen', by })
    if (by !== 'browser') return
    this.#stopRecogniser = startBrowserRecogniser(this.#around.view().language, {
      onPartial: (text) => this.#onPartial(text),
      onFinal: (text) => {
        if (!this.#isEcho(text)) this.#around.say(text)
      },
      onTrouble: (kind) => {
        this.hush()
        this.#around.set({ trouble: { kind } })
      },
    })
  }

  /** The language the browser's recogniser listens for. */
  setLanguage(language: Spoken): void {
    this.#around.set({ language })
    if (this.#around.view().listenBy === 'browser') this.listenBy('browser')
  }

  close(): void {
    this.#closed = true
    this.#stopRecogniser?.()
    this.#microphone?.close()
    this.#stopRecogniser = undefined
    this.#microphone = undefined
    this.#around.set({ microphone: 'off', listenBy: 'none' })
  }

  #onFrame(frame: Uint8Array): void {
    if (this.#around.view().listenBy !== 'server') return
    this.#frames.push(frame)
    while (this.#frames.length > 0 && this.#around.sendFrame(this.#frames[0]!)) this.#frames.shift()
    if (this.#frames.length > framesKept) this.#frames.shift()
  }

  #onPartial(text: string): void {
    if (this.#isEcho(text)) return
    if (text && this.#around.saying() !== undefined) this.#around.onSpeech('start')
    this.#around.set({ partial: text })
    if (text) this.#around.send({ type: 'partial', text })
  }

  #isEcho(text: string): boolean {
    const saying = this.#around.saying()
    return saying !== undefined && isOwnEcho(text, saying)
  }

  #best(): ListenBy {
    const { canHear, language } = this.#around.view()
    if (canHear.includes(language)) return 'server'
    if (browserCanHear()) return 'browser'
    return canHear.length > 0 ? 'server' : 'none'
  }
}
