import { ApiFault } from '@myna/sdk'
import type { TalkDown, TalkUp } from '@myna/contracts/calls'
import type { SocketClient } from '@myna/contracts'
import { api } from '#api/client.ts'
import type { Spoken } from '#api/shapes.ts'
import { browserCanHear, startBrowserRecogniser } from './browser-recogniser.ts'
import { type Microphone, MicrophoneFault, openMicrophone } from './microphone.ts'
import { isOwnEcho } from './own-echo.ts'
import { openPlayer, type Player } from './player.ts'
import type { PlayoutEvent } from './playout.ts'
import { emptyView, type ListenBy, type TalkView, withTurn, withWords } from './talk-view.ts'

type Socket = SocketClient<TalkUp, TalkDown>
type Options = { agentId: string; draft: boolean; language: Spoken }

/** The server keeps a broken call for a minute. */
const comeBackWithinMs = 55_000
const retryAfterMs = [300, 700, 1500, 3000, 5000]
/** A frame is 640 bytes; sound older than the newest second is worth nothing to a listener. */
const framesKept = 50
const cutTakesAtMostMs = 150
/** The gate says that speech is over this long after its last sound. */
const gateEndsAfterMs = 500

/** One call with an agent in this browser: socket, loudspeaker, microphone and what is shown. It lives from `start` to `end`. */
export class TalkCall {
  readonly #options: Options
  readonly #watchers = new Set<() => void>()
  #view: TalkView
  #socket: Socket | undefined
  #player: Player | undefined
  #opening: Promise<void> | undefined
  #microphone: Microphone | undefined
  #stopRecogniser: (() => void) | undefined
  #waitingToSend: TalkUp[] = []
  #playing: string | undefined
  /** The turn whose sound is taken; what comes late for a cut turn is thrown away. */
  #taking: string | undefined
  #askedAt: number | undefined
  #onCut: (() => void) | undefined
  #frames: Uint8Array[] = []
  #over = false

  constructor(options: Options) {
    this.#options = options
    this.#view = emptyView(options.language)
  }

  readonly view = (): TalkView => this.#view
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }
  /** How loud the two sides are now, for bars and meter. */
  readonly loudness = (): { caller: number; agent: number } => ({ caller: this.#microphone?.loudness() ?? 0, agent: this.#playing ? (this.#player?.loudness() ?? 0) : 0 })

  /** Opens the line. Call it from a gesture, so that the browser lets the agent be heard. */
  start(): void {
    if (this.#view.line !== 'idle') return
    this.#set({ line: 'connecting', state: 'connecting' })
    this.#opening = openPlayer((event) => this.#onPlayout(event)).then(
      (player) => {
        if (this.#over) void player.close()
        else this.#player = player
      },
      () => this.#set({ trouble: { kind: 'silent' } }),
    )
    void this.#hold()
  }

  /** Says something; what the agent is saying stops. */
  say(text: string, spoken = false): void {
    const words = text.trim()
    if (!words) return
    this.#set({ partial: words })
    // The server must know what was heard of the old turn before the new one begins.
    void this.interrupt().then(() => this.#send({ type: 'text', text: words, spoken, ...(spoken && { language: this.#view.language }) }))
  }

  /** Stops the agent at once, if it is speaking; settled once the server has been told how much was heard. */
  async interrupt(): Promise<void> {
    if (!this.#playing && !this.#taking) return
    this.#taking = undefined
    this.#player?.cut()
    if (!this.#playing) return this.#send({ type: 'interrupt', playedMs: 0 })
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#onCut = resolve
    await Promise.race([promise, new Promise((later) => setTimeout(later, cutTakesAtMostMs))])
  }

  /** Whether answers are spoken as well as written. */
  mute(muted: boolean): void {
    this.#set({ muted })
    if (muted) void this.interrupt()
    this.#send({ type: 'mute', speech: !muted })
  }

  /** Turns the microphone on and listens, by the server or the browser. */
  async listen(by?: ListenBy): Promise<void> {
    this.#set({ microphone: 'asking', trouble: undefined })
    try {
      this.#microphone ??= await openMicrophone({
        onFrame: (frame) => this.#onFrame(frame),
        onSpeech: (what) => this.#onSpeech(what),
        onLost: () => {
          this.hush()
          this.#set({ trouble: { kind: 'lost' } })
        },
      })
      if (this.#over) return this.hush()
      this.#set({ microphone: 'on' })
      // Before the line is open nobody knows who can hear; `ready` decides then.
      if (this.#view.line === 'open') this.listenBy(by ?? this.#bestListener())
    } catch (error) {
      this.#set({ microphone: 'off', trouble: { kind: error instanceof MicrophoneFault ? error.trouble : 'unsupported' } })
    }
  }

  /** Turns the microphone off. */
  hush(): void {
    this.#microphone?.close()
    this.#microphone = undefined
    this.#set({ microphone: 'off' })
    this.listenBy('none')
  }

  /** Who recognises speech from now on. */
  listenBy(by: ListenBy): void {
    this.#stopRecogniser?.()
    this.#stopRecogniser = undefined
    this.#set({ listenBy: by, partial: '' })
    this.#send({ type: 'listen', by })
    if (by !== 'browser') return
    this.#stopRecogniser = startBrowserRecogniser(this.#view.language, {
      onPartial: (text) => this.#onBrowserPartial(text),
      onFinal: (text) => {
        if (this.#playing && isOwnEcho(text, this.#saying())) return
        this.say(text, true)
      },
      onTrouble: (kind) => {
        this.hush()
        this.#set({ trouble: { kind } })
      },
    })
  }

  /** The language the browser's recogniser listens for. */
  setLanguage(language: Spoken): void {
    this.#set({ language })
    if (this.#view.listenBy === 'browser') this.listenBy('browser')
  }

  /** Hangs up. */
  end(): void {
    if (this.#over) return
    this.#over = true
    try {
      this.#socket?.send({ type: 'hangup' })
    } catch {
      // The line is broken already.
    }
    this.#close()
    if (this.#view.line !== 'idle') this.#set({ line: 'ended', state: 'ended', partial: '' })
  }

  #close(): void {
    this.#stopRecogniser?.()
    this.#microphone?.close()
    this.#socket?.close()
    void this.#opening?.then(() => this.#player?.close())
    this.#stopRecogniser = undefined
    this.#microphone = undefined
    this.#set({ microphone: 'off', listenBy: 'none' })
  }

  /** Keeps the line: connects, hears to the end, and comes back to the same call when it breaks. */
  async #hold(): Promise<void> {
    let brokenAt: number | undefined
    let tries = 0
    while (!this.#over) {
      try {
        await this.#opening
        const callId = this.#view.call?.id
        this.#socket = await api.calls.talk({ agentId: this.#options.agentId, draft: this.#options.draft, ...(callId && { callId }) })
        for await (const message of this.#socket.messages) {
          if (this.#over) return
          brokenAt = undefined
          tries = 0
          if (message instanceof Uint8Array) this.#onSound(message)
          else this.#onMessage(message)
        }
        if (this.#over) return
        if (this.#view.state === 'ended') return this.#finish('ended')
      } catch (fault) {
        if (this.#over) return
        const refused = fault instanceof ApiFault && fault.code !== 'server.unavailable' && fault.code !== 'server.draining'
        if (refused) {
          this.#set({ trouble: { kind: 'server', sentence: fault.message, traceId: fault.traceId } })
          return this.#finish(this.#view.call ? 'lost' : 'ended')
        }
      }
      this.#socket = undefined
      void this.interrupt()
      brokenAt ??= performance.now()
      if (performance.now() - brokenAt > comeBackWithinMs) return this.#finish('lost')
      this.#set({ line: this.#view.call ? 'broken' : 'connecting', state: 'connecting' })
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs[Math.min(tries++, retryAfterMs.length - 1)]))
    }
  }

  #finish(line: 'ended' | 'lost'): void {
    this.#over = true
    this.#close()
    this.#set({ line, state: 'ended', partial: '' })
  }

  #onMessage(message: TalkDown): void {
    switch (message.type) {
      case 'ready':
        return this.#onReady(message)
      case 'state':
        if (message.state === 'thinking') this.#askedAt ??= performance.now()
        return this.#set({ state: message.state })
      case 'partial':
        return this.#set({ partial: message.text })
      case 'words':
        return this.#set({ turns: withWords(this.#view.turns, message.turnId, message.text, this.#waited()) })
      case 'turn': {
        const waited = message.turn.speaker === 'agent' ? this.#waited() : undefined
        return this.#set({ turns: withTurn(this.#view.turns, message.turn, waited), ...(message.turn.speaker === 'caller' && { partial: '' }) })
      }
      case 'audio_start':
        this.#taking = message.turnId
        return
      case 'audio_end':
        if (this.#taking !== message.turnId) return
        if (this.#player) return this.#player.end(message.turnId)
        this.#taking = undefined
        return this.#send({ type: 'played', turnId: message.turnId })
      case 'audio_stop':
        return void this.interrupt()
      case 'trouble':
        return this.#set({ trouble: { kind: 'server', sentence: message.sentence } })
    }
  }

  #onReady({ call, canHear, canSpeak }: Extract<TalkDown, { type: 'ready' }>): void {
    this.#set({ line: 'open', state: 'listening', call, canHear, canSpeak, ...(this.#view.trouble?.kind === 'server' && { trouble: undefined }) })
    if (this.#view.muted) this.#send({ type: 'mute', speech: false })
    if (this.#view.microphone === 'on') this.listenBy(this.#view.listenBy === 'none' ? this.#bestListener() : this.#view.listenBy)
    const waiting = this.#waitingToSend
    this.#waitingToSend = []
    for (const it of waiting) this.#send(it)
  }

  #onSound(frame: Uint8Array): void {
    if (this.#taking && !this.#view.muted) this.#player?.push(this.#taking, frame)
  }

  #onPlayout({ type, id, playedMs }: PlayoutEvent): void {
    if (type === 'started') {
      this.#playing = id
      this.#microphone?.guard(true)
      return this.#set({})
    }
    this.#playing = undefined
    this.#microphone?.guard(false)
    if (this.#taking === id) this.#taking = undefined
    this.#send(type === 'done' ? { type: 'played', turnId: id } : { type: 'interrupt', playedMs })
    this.#onCut?.()
    this.#set({})
  }

  #onFrame(frame: Uint8Array): void {
    if (this.#view.listenBy !== 'server') return
    if (this.#socket && this.#view.line === 'open') {
      for (const it of this.#frames) this.#socket.sendBytes(it)
      this.#frames = []
      this.#socket.sendBytes(frame)
    } else this.#frames = [...this.#frames, frame].slice(-framesKept)
  }

  #onSpeech(what: 'start' | 'end'): void {
    // The browser's recogniser tells by words, which the echo of the loudspeaker cannot fake.
    if (what === 'start' && this.#view.listenBy === 'server') void this.interrupt()
    this.#askedAt = what === 'end' ? performance.now() - gateEndsAfterMs : undefined
  }

  #onBrowserPartial(text: string): void {
    if (this.#playing) {
      if (isOwnEcho(text, this.#saying())) return
      void this.interrupt()
    }
    this.#set({ partial: text })
    if (text) this.#send({ type: 'partial', text })
  }

  /** What the agent is saying now. */
  #saying(): string {
    return this.#view.turns.findLast((it) => it.speaker === 'agent')?.text ?? ''
  }

  #bestListener(): ListenBy {
    if (this.#view.canHear.includes(this.#view.language)) return 'server'
    if (browserCanHear()) return 'browser'
    return this.#view.canHear.length > 0 ? 'server' : 'none'
  }

  /** How long the caller has waited for what begins now; asked once a turn. */
  #waited(): number | undefined {
    // A greeting answers nobody, even if a question was typed before the line was open.
    if (this.#askedAt === undefined || this.#view.turns.at(-1)?.speaker !== 'caller') return undefined
    const waited = performance.now() - this.#askedAt
    this.#askedAt = undefined
    return waited
  }

  #send(message: TalkUp): void {
    if (this.#over) return
    if (this.#socket && this.#view.line === 'open') {
      if (message.type === 'text') this.#askedAt = performance.now()
      this.#socket.send(message)
    } else if (message.type === 'text') this.#waitingToSend.push(message)
  }

  #set(change: Partial<TalkView>): void {
    const next = { ...this.#view, ...change }
    // What is heard decides, not what has been sent.
    if (next.line === 'open' && this.#playing) next.state = 'speaking'
    else if (next.line === 'open' && next.state === 'speaking' && !this.#taking && !('state' in change)) next.state = 'listening'
    this.#view = next
    for (const watcher of this.#watchers) watcher()
  }
}
