import type { AgentConfig } from '@myna/contracts/agents'
import type { SocketServer } from '@myna/contracts'
import type { Call, TalkDown, TalkUp } from '@myna/contracts/calls'
import type { Language } from '@myna/contracts/page'
import { Fault, newId } from '@myna/kernel'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { Context } from '#context.ts'
import { createAllowance } from '#domain/allowance.ts'
import { mayBecomeBackchannel } from '#domain/backchannel.ts'
import { askBurst, askPerSecond } from '#domain/call-limits.ts'
import { type Listener, openListener } from '#streams/listener.ts'
import { think, type Thought } from '#streams/mind.ts'
import type { Recorder } from '#streams/recorder.ts'
import { type Line, Reply } from '#streams/reply.ts'
import { createTranscript, type Transcript } from '#streams/transcript.ts'

export type TalkOptions = {
  context: Context
  socket: SocketServer<TalkUp, TalkDown>
  call: Call
  conversationId: string
  config: AgentConfig
  /** Brings another agent to the line; undefined when it cannot come. */
  handOff(agentId: string): Promise<{ name: string; config: AgentConfig } | undefined>
  recorder: Recorder | undefined
  /** Engine that can hear here, if one is installed. */
  engine: RecognitionEngine | undefined
  canHear: Language[]
  canSpeak: Language[]
}

/** Sound that may wait for a slow network, in bytes: two seconds. */
const mostUnsentBytes = 64_000
/** Largest piece of the microphone's sound taken at once, in bytes: one second. */
const largestPiece = 32_000
/** A reply waits this long for the one before it to be kept. */
const patienceMs = 2_000

/** One connection to a call, from its first message to its end: who speaks, who listens, who is cut off. All turns are taken synchronously. */
export class TalkSession {
  readonly #it: TalkOptions
  readonly #line: Line
  readonly #transcript: Transcript
  readonly #asks = createAllowance(askBurst, askPerSecond)
  #reply: Reply | undefined
  /** The reply before it, whose end the player may not have told yet. */
  #earlier: Reply | undefined
  #listener: Listener | undefined
  #listening: Promise<void> = Promise.resolve()
  #listenBy: 'server' | 'browser' | 'none' = 'none'
  #aloud = true
  #state: TalkDown & { type: 'state' } = { type: 'state', state: 'connecting' }
  #toldOfNoVoice = false
  #hungUp = false
  #over = false

  constructor(options: TalkOptions) {
    this.#it = options
    const { context, socket, call, conversationId, config, recorder } = options
    this.#transcript = createTranscript(context, call.id, (error) => this.#trouble(error))
    const startedAt = performance.now() - Math.max(0, context.clock.now().getTime() - Date.parse(call.startedAt))
    this.#line = {
      context,
      conversationId,
      config,
      recorder,
      transcript: this.#transcript,
      send: (message) => this.#send(message),
      sendBytes: (frame) => socket.sendBytes(frame),
      takesSound: () => socket.buffered() < mostUnsentBytes,
      callMs: (at = performance.now()) => Math.max(0, Math.round(at - startedAt)),
      trouble: (error) => this.#trouble(error),
      noVoice: (error) => {
        if (!this.#toldOfNoVoice) this.#trouble(error)
        this.#toldOfNoVoice = true
      },
    }
  }

  /** Converses until somebody hangs up or the connection breaks; answers which of the two. */
  async run(greet: boolean): Promise<'hung-up' | 'broken'> {
    const { socket, call, canHear, canSpeak, config } = this.#it
    this.#send({ type: 'ready', call, canHear, canSpeak })
    for (const turn of await this.#transcript.turns()) this.#send({ type: 'turn', turn })
    this.#become('listening')
    if (greet) this.#begin({ think: () => greeting(config.greeting), language: Promise.resolve(config.languages[0] ?? 'en'), asked: undefined })
    try {
      for await (const message of socket.messages) {
        if (message instanceof Uint8Array) this.#hear(message)
        else if (message.type !== 'hangup') this.#take(message)
        else {
          this.#hungUp = true
          break
        }
      }
    } finally {
      this.#listenBy = 'none'
      this.#listener?.close()
      this.#reply?.stop()
      await within(patienceMs, Promise.all([this.#earlier?.over, this.#reply?.over]))
      if (this.#hungUp) this.#become('ended')
      this.#over = true
    }
    return this.#hungUp ? 'hung-up' : 'broken'
  }

  /** Ends the call from this side, for a reason the caller is told. */
  hangUp(reason: string): void {
    this.#hungUp = true
    this.#reply?.stop()
    this.#become('ended')
    this.#it.socket.close(1000, reason)
  }

  #take(message: Exclude<TalkUp, { type: 'hangup' }>): void {
    switch (message.type) {
      case 'text':
        return this.#mayAsk() ? this.#answer(message.text, null) : undefined
      case 'listen':
        return this.#mayAsk() ? this.#listen(message.by) : undefined
      case 'interrupt':
        return this.#interrupt(message)
      case 'partial':
        if (this.#reply?.speaking && !mayBecomeBackchannel(message.text, this.#reply.asks)) this.#stop()
        return
      case 'mute':
        this.#aloud = message.speech
        if (message.speech || !this.#reply) return
        this.#reply.hush()
        return this.#state.state === 'speaking' ? this.#become('listening') : undefined
      case 'played':
        return [this.#reply, this.#earlier].find((it) => it?.id === message.turnId)?.report(Number.POSITIVE_INFINITY)
    }
  }

  #hear(piece: Uint8Array): void {
    if (piece.byteLength < 2 || piece.byteLength > largestPiece) return
    this.#it.recorder?.caller(piece, this.#line.callMs())
    this.#listener?.hear(piece)
  }

  /** Takes a turn of the caller and begins to answer it. */
  #answer(text: string, endOfSpeechMs: number | null): void {
    const { context, conversationId } = this.#it
    const endedAt = performance.now()
    this.#reply?.stop()
    const language = context.call.brain.detectLanguage({ text }).then(
      (it) => it.language,
      () => this.#it.config.languages[0] ?? 'en',
    )
    const turn = {
      id: newId(),
      speaker: 'caller' as const,
      text,
      sources: [],
      refused: false,
      interrupted: false,
      brainTurnId: null,
      move: null,
      atMs: this.#line.callMs(),
      latency: null,
    }
    void this.#transcript.save(language.then((it) => ({ ...turn, language: it }))).then((kept) => kept && this.#send({ type: 'turn', turn: kept }))
    this.#become('thinking')
    this.#begin({
      think: (signal) => think(context, conversationId, text, signal, (agentId) => this.#handOff(agentId)),
      language,
      asked: { endedAt, endOfSpeechMs },
    })
  }

  /** From here on another agent speaks, with its own voice. Gives its greeting. */
  async #handOff(agentId: string): Promise<string | undefined> {
    const next = await this.#it.handOff(agentId)
    if (!next) return undefined
    this.#line.config = next.config
    this.#send({ type: 'agent', agentId, name: next.name })
    return next.config.greeting
  }

  #begin(it: {
    think(signal: AbortSignal): AsyncIterable<Thought>
    language: Promise<Language>
    asked: { endedAt: number; endOfSpeechMs: number | null } | undefined
  }): void {
    const before = this.#reply
    const after = within(patienceMs, Promise.all([this.#earlier?.over, before?.over]))
    const reply: Reply = new Reply(this.#line, { ...it, after, aloud: this.#aloud, onSound: () => this.#become('speaking') })
    this.#earlier = before
    this.#reply = reply
    void reply.over.then(() => this.#reply === reply && this.#become('listening'))
  }

  #interrupt({ turnId, playedMs }: Extract<TalkUp, { type: 'interrupt' }>): void {
    const [reply, earlier] = [this.#reply, this.#earlier]
    if (!reply) return
    // A player that was told to stop says how much it had played; by then the next reply may be under way.
    const meansEarlier = turnId === undefined ? !reply.speaking && earlier?.awaitsReport : turnId !== reply.id
    if (meansEarlier) return earlier && (turnId ?? earlier.id) === earlier.id ? earlier.report(playedMs) : undefined
    if (reply.silent && turnId === undefined) return
    if (reply.active) this.#stop(playedMs)
    else reply.report(playedMs)
  }

  #stop(heardMs?: number): void {
    this.#reply?.stop(heardMs)
    this.#become('listening')
  }

  #listen(by: 'server' | 'browser' | 'none'): void {
    const { engine } = this.#it
    if (by === 'server' && !engine)
      return this.#send({
        type: 'trouble',
        code: 'voice.engine_absent',
        sentence: 'This server cannot hear yet. Type instead, or use a browser that recognises speech.',
      })
    if (by === this.#listenBy) return
    this.#listenBy = by
    this.#listener?.close()
    this.#listener = undefined
    if (by === 'server' && engine) this.#listening = this.#listening.then(() => this.#openListener(engine))
  }

  async #openListener(engine: RecognitionEngine): Promise<void> {
    // Who listens may have changed again while others were opened and closed.
    if (this.#listenBy !== 'server' || this.#listener) return
    const { context, config } = this.#it
    const language = config.languages.find((it) => engine.languages.includes(it)) ?? engine.languages[0] ?? 'en'
    const failed = (error: unknown) => {
      this.#listenBy = 'none'
      this.#listener = undefined
      context.log.warn({ err: error }, 'listening failed')
      this.#trouble(new Fault('voice.engine_failed', {}, { cause: error }))
    }
    try {
      const listener = await openListener({
        engine,
        language,
        signal: context.signal,
        log: context.log,
        tell: {
          began: () => (this.#reply?.speaking ? this.#stop() : undefined),
          partial: (text) => this.#send({ type: 'partial', text }),
          utterance: (text, endOfSpeechMs) => this.#answer(text, endOfSpeechMs),
          failed,
        },
      })
      if (this.#listenBy === 'server') this.#listener = listener
      else listener.close()
    } catch (error) {
      failed(error)
    }
  }

  #mayAsk(): boolean {
    const may = this.#asks.take(performance.now())
    if (!may) this.#trouble(new Fault('request.too_many'))
    return may
  }

  #trouble(error: unknown): void {
    if (this.#over) return
    const { log } = this.#it.context
    log.warn({ err: error, callId: this.#it.call.id }, 'a turn failed')
    const fault = error instanceof Fault ? error : new Fault('server.unexpected')
    this.#send({ type: 'trouble', code: fault.code, sentence: fault.message })
  }

  #become(state: (TalkDown & { type: 'state' })['state']): void {
    if (this.#state.state === state || this.#state.state === 'ended') return
    this.#state = { type: 'state', state }
    this.#send(this.#state)
  }

  #send(message: TalkDown): void {
    if (!this.#over) this.#it.socket.send(message)
  }
}

async function* greeting(text: string): AsyncGenerator<Thought> {
  yield { type: 'words', text, brainTurnId: null }
}

/** Resolves with the work or when patience ends, whichever is first; leaves no timer behind. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([work, promise])
  clearTimeout(timer)
}
