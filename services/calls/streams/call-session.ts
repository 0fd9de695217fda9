import type { AgentConfig } from '@myna/contracts/agents'
import type { KeyAction } from '@myna/contracts/call-policy'
import type { Call, CallTurn, TalkDown } from '@myna/contracts/calls'
import type { Move } from '@myna/contracts/dialogue'
import type { Language } from '@myna/contracts/page'
import { Fault, newId } from '@myna/kernel'
import { dtmfSequence } from '@myna/sound/dtmf'
import { languageOf } from '@myna/understanding'
import type { Context } from '#context.ts'
import { callWords } from '#domain/call-words.ts'
import { consentIn } from '#domain/consent.ts'
import { createLoopWatch } from '#domain/loop.ts'
import { createKeypad } from '#streams/keypad.ts'
import type { LedgerWriter } from '#streams/ledger-writer.ts'
import { type Listener, openListener } from '#streams/listener.ts'
import { think, type Thought } from '#streams/mind.ts'
import type { Recorder } from '#streams/recording/recorder.ts'
import type { Asked } from '#streams/reply-turn.ts'
import { type Line, Reply } from '#streams/reply.ts'
import { createSilenceWatch } from '#streams/silence-watch.ts'
import { createTranscript, type Transcript } from '#streams/transcript.ts'
import { createTurnTaking } from '#streams/turn-taking.ts'
import type { Transport } from '#streams/transport.ts'
import type { Wheel } from '#streams/wheel.ts'
import { within } from '#streams/within.ts'

export type SessionOptions = {
  context: Context
  transport: Transport
  wheel: Wheel
  ledger: LedgerWriter
  call: Call
  config: AgentConfig
  /** Brings another agent to the line; undefined when it cannot come. */
  handOff(agentId: string): Promise<{ name: string; config: AgentConfig } | undefined>
  /** Hands the caller to a person; false when that cannot be. Undefined where nobody can be called. */
  transfer: ((to: string) => Promise<boolean>) | undefined
  /** Begins to record; only asked when the caller has agreed or need not. */
  record: () => Promise<Recorder | undefined>
  consent: Call['recordingConsent']
  onConsent(consent: Call['recordingConsent']): void
  tell(message: TalkDown): void
}

/** How a connection to a call ended, and by whom. */
export type SessionEnd = { how: 'hung-up' | 'broken' | 'transferred'; by: Call['endedBy'] }

/** A reply waits this long for the one before it to be kept. */
const patienceMs = 2_000
/** Words said last may take this long before the line is closed. */
const lastWordsMs = 15_000

/** One connection to a call, from its first sound to its end: who speaks, who listens, who is cut off. All turns are taken synchronously. */
export class CallSession {
  readonly line: Line
  readonly #it: SessionOptions
  readonly #transcript: Transcript
  readonly #end = Promise.withResolvers<SessionEnd>()
  readonly #keypad
  readonly #silence
  readonly #turns
  readonly #loop = createLoopWatch()
  readonly #longest: NodeJS.Timeout
  #filler: NodeJS.Timeout | undefined
  #reply: Reply | undefined
  /** The reply before it, whose end the player may not have told yet. */
  #earlier: Reply | undefined
  #listener: Listener | undefined
  #language: Language
  #aloud = true
  #state: TalkDown & { type: 'state' } = { type: 'state', state: 'connecting' }
  #toldOfNoVoice = false
  #leaving = false
  #awaitsConsent = false

  constructor(options: SessionOptions) {
    this.#it = options
    const { context, transport, wheel, call, config } = options
    this.#language = config.languages[0] ?? 'en'
    this.#transcript = createTranscript(context, options.ledger, call.id, (error) => this.trouble(error))
    const startedAt = performance.now() - Math.max(0, context.clock.now().getTime() - Date.parse(call.startedAt))
    this.line = {
      context,
      conversationId: call.conversationId,
      config,
      recorder: undefined,
      transcript: this.#transcript,
      transport,
      wheel,
      tell: (message) => this.#it.tell(message),
      callMs: (at = performance.now()) => Math.max(0, Math.round(at - startedAt)),
      trouble: (error) => this.trouble(error),
      noVoice: (error) => {
        if (!this.#toldOfNoVoice) this.trouble(error)
        this.#toldOfNoVoice = true
      },
    }
    const policy = () => this.line.config.call
    this.#keypad = createKeypad({ policy, act: (action) => this.#actOn(action), number: (digits) => this.ask([...digits].join(' ')) })
    // In a browser people read and type: their silence means nothing.
    const quietPolicy = () => ({ ...policy(), silencePrompts: call.channel === 'phone' ? policy().silencePrompts : 0 })
    this.#silence = createSilenceWatch({
      policy: quietPolicy,
      ask: () => this.say(callWords.stillThere[this.#language]),
      giveUp: () => this.leave('silence', callWords.silentGoodbye[this.#language]),
    })
    this.#turns = createTurnTaking({
      policy,
      reply: () => this.#reply,
      callerSpeaks: () => this.#silence.rest(),
      quiet: () => this.#silence.watch(),
      cut: () => this.stop(),
      take: (text, asked) => this.ask(text, asked),
      showPartial: (text) => this.#it.tell({ type: 'partial', text }),
      failed: (error) => {
        context.log.warn({ err: error, callId: call.id }, 'listening failed')
        this.listen(undefined)
        this.onDeaf?.(error)
      },
    })
    const remainingMs = config.call.longestCallMs - this.line.callMs()
    this.#longest = setTimeout(() => this.leave('limit', callWords.longestGoodbye[this.#language]), Math.max(0, remainingMs))
  }

  /** Resolves when the session is to end; whoever runs it then calls `close`. */
  get ended(): Promise<SessionEnd> {
    return this.#end.promise
  }

  get tenantId(): string {
    return this.#it.context.tenantId
  }

  get byPhone(): boolean {
    return this.#it.call.channel === 'phone'
  }

  /** The organisation has used up what it allows itself. */
  leaveForLimit(): void {
    this.leave('limit', callWords.limitGoodbye[this.#language])
  }

  get transcript(): Transcript {
    return this.#transcript
  }

  /** Makes ready to hear: what the caller says first is recorded too, where that may be. */
  async ready(): Promise<void> {
    const { consent, record } = this.#it
    if (consent !== 'refused' && consent !== 'awaited') this.line.recorder = await record()
  }

  /** Begins: greets, or goes on after the line broke. `opening` is what is said first, if anything. */
  begin(opening: string | undefined): void {
    const { consent } = this.#it
    if (consent === 'awaited') {
      this.#awaitsConsent = true
      this.#become('listening')
      return this.say(callWords.mayRecord[this.#language])
    }
    this.#become('listening')
    const said = [consent === 'announced' && opening ? callWords.recorded[this.#language] : '', opening ?? ''].filter(Boolean).join(' ')
    if (said) this.say(said)
  }

  /** Sound of the caller, in pieces of any length. */
  hear(piece: Uint8Array): void {
    this.line.recorder?.caller(piece, this.line.callMs())
    this.#listener?.hear(piece)
  }

  /** A key of the caller's keypad. */
  key(key: string): void {
    this.#silence.callerLives()
    this.stop()
    void this.#transcript.note('key', { key })
    this.#keypad.press(key)
  }

  /** The carrier says that the sound up to a mark was heard. */
  marked(name: string): void {
    const [id, atMs] = name.split(':')
    for (const reply of [this.#reply, this.#earlier]) if (reply?.id === id) reply?.marked(Number(atMs))
  }

  /** Presses keys on the caller's side of the line. */
  press(keys: string): void {
    this.stop()
    this.#it.transport.send(dtmfSequence(keys, this.#it.transport.format))
  }

  /** A machine has answered: nobody to talk to, perhaps one to leave a message with. */
  meetMachine(): void {
    const { voicemail, voicemailMessage } = this.line.config.call
    if (voicemail === 'talk') return
    this.listen(undefined)
    this.leave('agent', voicemail === 'leave-message' ? voicemailMessage || this.line.config.greeting : undefined)
  }

  /** Words a caller seems to be saying, by whoever recognises them. */
  overhear(text: string): void {
    this.#turns.overhear(text)
  }

  /** Takes a turn of the caller and begins to answer it. */
  ask(text: string, asked: Asked = { endedAt: performance.now(), endOfSpeechMs: null }): void {
    if (this.#leaving) return
    this.#silence.callerLives()
    this.#reply?.stop()
    this.#language = languageOf(text).language
    const turn: CallTurn = {
      id: newId(),
      speaker: 'caller',
      text,
      language: this.#language,
      sources: [],
      refused: false,
      interrupted: false,
      brainTurnId: null,
      move: null,
      atMs: this.line.callMs(),
      latency: null,
    }
    void this.#transcript.save(turn).then((kept) => kept && this.#it.tell({ type: 'turn', turn: kept }))
    if (this.#awaitsConsent && this.#takeConsent(text)) return
    if (this.#loop.hears(text)) return this.leave('limit', undefined)
    this.#become('thinking')
    const { context } = this.#it
    this.#begin((signal) => this.#following(think(context, this.line.conversationId, text, signal, (agentId) => this.#handOff(agentId))), asked)
  }

  /** Says something of its own accord. */
  say(text: string): void {
    this.#reply?.stop()
    this.#begin(() => only(text), undefined)
  }

  /** Cuts off what is being said; `heardMs` is the player's own count. */
  stop(heardMs?: number): void {
    this.#reply?.stop(heardMs)
    this.#become('listening')
  }

  /** The caller's player stopped, by itself or because it was told to. */
  interrupt({ turnId, playedMs }: { turnId?: string | undefined; playedMs: number }): void {
    const [reply, earlier] = [this.#reply, this.#earlier]
    if (!reply || (reply.paused && turnId === reply.id)) return
    // By the time a player says how much it had played the next reply may be under way.
    const meansEarlier = turnId === undefined ? !reply.speaking && earlier?.awaitsReport : turnId !== reply.id
    if (meansEarlier) return earlier && (turnId ?? earlier.id) === earlier.id ? earlier.report(playedMs) : undefined
    if (reply.silent && turnId === undefined) return
    if (reply.active) this.stop(playedMs)
    else reply.report(playedMs)
  }

  /** The caller's player has played a reply to its end. */
  played(turnId: string): void {
    for (const reply of [this.#reply, this.#earlier]) if (reply?.id === turnId) reply.report(Number.POSITIVE_INFINITY)
  }

  /** Whether answers are spoken as well as written. */
  speakAloud(aloud: boolean): void {
    this.#aloud = aloud
    if (aloud || !this.#reply) return
    this.#reply.hush()
    if (this.#state.state === 'speaking') this.#become('listening')
  }

  /** Listens through an engine from now on, or through none. */
  listen(socket: Parameters<typeof openListener>[0]['socket'] | undefined): void {
    this.#listener?.close()
    this.#listener = socket && openListener({ socket, format: this.#it.transport.format, tell: this.#turns })
  }

  /** Called when nobody listens any more although somebody should. */
  onDeaf: ((error: unknown) => void) | undefined

  get listening(): boolean {
    return this.#listener !== undefined
  }

  /** Says goodbye, if there is anything to say, and ends the call from this side. */
  leave(by: SessionEnd['by'], lastWords: string | undefined, how: SessionEnd['how'] = 'hung-up'): void {
    if (this.#leaving) return
    if (lastWords) this.say(lastWords)
    else if (by !== 'agent') this.#reply?.stop()
    this.#leaving = true
    void within(lastWordsMs, this.#reply?.over ?? Promise.resolve()).then(() => this.#end.resolve({ how, by }))
  }

  /** The connection is gone, or the caller hung up. */
  gone(end: SessionEnd): void {
    this.#leaving = true
    this.#end.resolve(end)
  }

  /** Stops everything and resolves when what was said is kept. */
  async close(): Promise<void> {
    for (const timer of [this.#longest, this.#filler]) clearTimeout(timer)
    this.#keypad.close()
    this.#silence.close()
    this.#listener?.close()
    this.#listener = undefined
    this.#reply?.stop()
    await within(patienceMs, Promise.all([this.#earlier?.over, this.#reply?.over]))
    await this.#transcript.settled()
  }

  trouble(error: unknown): void {
    const { log } = this.#it.context
    log.warn({ err: error, callId: this.#it.call.id }, 'a turn failed')
    const fault = error instanceof Fault ? error : new Fault('server.unexpected')
    this.#it.tell({ type: 'trouble', code: fault.code, sentence: fault.message })
  }

  #begin(thoughts: (signal: AbortSignal) => AsyncIterable<Thought>, asked: Asked | undefined): void {
    const before = this.#reply
    const after = before && within(patienceMs, before.known)
    this.#silence.rest()
    const onSound = () => this.#become('speaking')
    const reply: Reply = new Reply(this.line, { think: thoughts, after, aloud: this.#aloud, language: this.#language, asked, onSound })
    this.#earlier = before
    this.#reply = reply
    clearTimeout(this.#filler)
    if (asked) this.#filler = setTimeout(() => reply.fillSilence(callWords.oneMoment[this.#language], this.#language), this.line.config.call.fillerAfterMs)
    void reply.over.then(() => {
      if (this.#reply !== reply) return
      this.#become('listening')
      this.#silence.watch()
    })
  }

  /** Hands thoughts on and does what the last of them asks of the call itself. */
  async *#following(thoughts: AsyncIterable<Thought>): AsyncGenerator<Thought> {
    let move: Move | undefined
    for await (const thought of thoughts) {
      if (thought.type === 'answer') move = thought.move
      yield thought
    }
    if (move?.kind === 'ended') this.leave('agent', undefined)
    if (move?.kind === 'wants_human' && this.line.config.call.transferTo && this.#it.transfer) yield* this.#transferring(this.line.config.call.transferTo)
  }

  async *#transferring(to: string): AsyncGenerator<Thought> {
    yield { type: 'words', text: callWords.connecting[this.#language], brainTurnId: null }
    void this.#reply?.over.then(async () => {
      if (await this.#it.transfer!(to)) return this.gone({ how: 'transferred', by: 'agent' })
      this.say(callWords.nobodyAnswered[this.#language])
    })
  }

  #takeConsent(text: string): boolean {
    this.#awaitsConsent = false
    const consent = consentIn(text, this.#language)
    const refused = consent !== 'given'
    this.#it.onConsent(refused ? 'refused' : 'given')
    const ready = refused ? Promise.resolve(undefined) : this.#it.record()
    void ready.then((recorder) => (this.line.recorder = recorder))
    // Whoever says neither yes nor no has said something else, which deserves an answer.
    if (consent === undefined) return false
    this.say(this.line.config.greeting)
    return true
  }

  #actOn(action: KeyAction): void {
    switch (action.does) {
      case 'ask':
        return this.ask(action.text)
      case 'say':
        return this.say(action.text)
      case 'hand-off':
        return void this.#handOff(action.agentId).then((greeting) => greeting && this.say(greeting))
      case 'transfer':
        return void this.#it.transfer?.(action.to).then((went) => went && this.gone({ how: 'transferred', by: 'caller' }))
    }
  }

  /** From here on another agent speaks, with its own voice. Gives its greeting. */
  async #handOff(agentId: string): Promise<string | undefined> {
    const next = await this.#it.handOff(agentId)
    if (!next) return undefined
    this.line.config = next.config
    this.#it.tell({ type: 'agent', agentId, name: next.name })
    return next.config.greeting
  }

  #become(state: (TalkDown & { type: 'state' })['state']): void {
    if (this.#state.state === state || this.#state.state === 'ended') return
    this.#state = { type: 'state', state }
    this.#it.tell(this.#state)
  }

  /** Tells the caller's side that it is over. */
  sayEnded(): void {
    this.#become('ended')
  }
}

async function* only(text: string): AsyncGenerator<Thought> {
  yield { type: 'words', text, brainTurnId: null }
}
