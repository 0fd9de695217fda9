import type { AgentConfig } from '@myna/contracts/agents'
import type { Call, TalkDown } from '@myna/contracts/calls'
import type { Language } from '@myna/contracts/page'
import { Fault } from '@myna/kernel'
import { dtmfSequence } from '@myna/sound/dtmf'
import type { Context } from '#context.ts'
import { callWords } from '#domain/call-words.ts'
import { createLoopWatch } from '#domain/loop.ts'
import { type ActsOn, createCallActs } from '#streams/call-acts.ts'
import { createKeypad } from '#streams/keypad.ts'
import type { LedgerWriter } from '#streams/ledger-writer.ts'
import { type Listener, openListener } from '#streams/listener.ts'
import { only, think } from '#streams/mind.ts'
import { type Asked, callerTurn } from '#streams/reply-turn.ts'
import { createRehearsal, type Rehearsal } from '#streams/rehearsal.ts'
import { createReplies, type Replies } from '#streams/replies.ts'
import type { Line } from '#streams/line.ts'
import { createSilenceWatch } from '#streams/silence-watch.ts'
import { createTranscript, type Transcript } from '#streams/transcript.ts'
import { createTurnTaking } from '#streams/turn-taking.ts'
import type { Transport } from '#streams/transport.ts'
import type { Wheel } from '#streams/wheel.ts'
import { within } from '#streams/within.ts'

export type SessionOptions = Pick<ActsOn, 'handOff' | 'transfer' | 'record' | 'onConsent'> & {
  context: Context
  transport: Transport
  wheel: Wheel
  ledger: LedgerWriter
  call: Call
  /** How long the call has lasted already. */
  elapsedMs: number
  config: AgentConfig
  consent: Call['recordingConsent']
  tell(message: TalkDown): void
}

/** How a connection to a call ended, and by whom. */
export type SessionEnd = { how: 'hung-up' | 'broken' | 'transferred'; by: Call['endedBy'] }

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
  readonly #acts
  readonly #rehearsal: Rehearsal
  /** What the agent says. */
  readonly replies: Replies
  readonly #loop = createLoopWatch()
  readonly #longest: NodeJS.Timeout
  #listener: Listener | undefined
  #language: Language
  #state: TalkDown & { type: 'state' } = { type: 'state', state: 'connecting' }
  #toldOfNoVoice = false
  #leaving = false
  #awaitsConsent = false

  constructor(options: SessionOptions) {
    this.#it = options
    const { context, transport, wheel, call, config } = options
    this.#language = config.languages[0] ?? 'en'
    this.#transcript = createTranscript(context, options.ledger, call.id, (error) => this.trouble(error))
    const startedAt = performance.now() - options.elapsedMs
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
        void this.#transcript.note('voice.failed', { code: error instanceof Fault ? error.code : 'server.unexpected' })
        if (!this.#toldOfNoVoice) this.trouble(error)
        this.#toldOfNoVoice = true
      },
    }
    this.#rehearsal = createRehearsal(this.line)
    this.replies = createReplies(this.line, {
      begins: () => this.#silence.rest(),
      sounds: () => this.#become('speaking'),
      stopped: () => this.#become('listening'),
      over: () => {
        this.#become('listening')
        this.#silence.watch()
      },
    })
    this.#acts = createCallActs({
      config: () => this.line.config,
      language: () => this.#language,
      now: () => context.clock.now(),
      handOff: options.handOff,
      handedOff: ({ agentId, name, config: next }) => {
        this.line.config = next
        this.#it.tell({ type: 'agent', agentId, name })
      },
      transfer: options.transfer,
      record: options.record,
      recording: (recorder) => (this.line.recorder = recorder),
      onConsent: options.onConsent,
      ask: (text) => this.ask(text),
      say: (text) => this.say(text),
      leave: () => this.leave('agent', undefined),
      transferred: (by) => this.gone({ how: 'transferred', by }),
      spoken: () => this.replies.over(),
    })
    const policy = () => this.line.config.call
    this.#keypad = createKeypad({ policy, act: (action) => this.#acts.press(action), number: (digits) => this.ask(digits.split('').join(' ')) })
    // In a browser people read and type: their silence means nothing.
    const quietPolicy = () => ({ ...policy(), silencePrompts: call.channel === 'phone' ? policy().silencePrompts : 0 })
    this.#silence = createSilenceWatch({
      policy: quietPolicy,
      ask: () => this.say(callWords.stillThere[this.#language]),
      giveUp: () => this.leave('silence', callWords.silentGoodbye[this.#language]),
    })
    this.#turns = createTurnTaking({
      policy,
      reply: () => this.replies.current,
      callerSpeaks: () => this.#silence.rest(),
      quiet: () => this.#silence.watch(),
      cut: () => this.replies.stop(),
      take: (text, asked) => this.ask(text, asked),
      showPartial: (text) => this.#it.tell({ type: 'partial', text }),
      rehearse: (text) => this.#rehearsal.begin(text),
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

  /** The organisation whose telephone line it takes; undefined for a call in a browser. */
  get lineOf(): string | undefined {
    return this.#it.call.channel === 'phone' ? this.#it.context.tenantId : undefined
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

  /** Begins: greets, or goes on after the line broke. `opening` is what is said first, if anything; `isFirst` when nothing was said before on this call. */
  begin(opening: string | undefined, isFirst: boolean): void {
    const { consent } = this.#it
    if (consent === 'awaited') {
      this.#awaitsConsent = true
      this.#become('listening')
      return this.say(callWords.mayRecord[this.#language])
    }
    this.#become('listening')
    const said = [consent === 'announced' && isFirst && opening ? callWords.recorded[this.#language] : '', opening ?? ''].filter(Boolean).join(' ')
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
    this.replies.stop()
    void this.#transcript.note('key', { key })
    this.#keypad.press(key)
  }

  /** Presses keys on the caller's side of the line. */
  press(keys: string): void {
    this.replies.stop()
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
    this.replies.current?.stop()
    const { language, kept: heard } = this.#rehearsal.recall(text)
    this.#language = language
    void this.#transcript
      .save(callerTurn({ text: heard, language, atMs: this.line.callMs() }))
      .then((kept) => kept && this.#it.tell({ type: 'turn', turn: kept }))
    if (this.#awaitsConsent) {
      this.#awaitsConsent = false
      if (this.#acts.takeConsent(text)) return
    }
    if (this.#loop.hears(text)) return this.leave('limit', undefined)
    this.#become('thinking')
    const { context } = this.#it
    const { conversationId } = this.line
    const thoughts = (signal: AbortSignal) => think(context, conversationId, text, signal, (agentId) => this.#acts.handOff(agentId))
    this.replies.begin((signal) => this.#acts.following(thoughts(signal)), { language: this.#language, asked })
  }

  /** Says something of its own accord. */
  say(text: string): void {
    this.replies.begin(() => only(text), { language: this.#language, asked: undefined })
  }

  /** Listens through an engine from now on, or through none. */
  listen(socket: Parameters<typeof openListener>[0]['socket'] | undefined): void {
    this.#listener?.close()
    const suppressNoise = this.line.config.call.noise === 'auto'
    this.#listener = socket && openListener({ socket, format: this.#it.transport.format, suppressNoise, tell: this.#turns })
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
    else if (by !== 'agent') this.replies.current?.stop()
    this.#leaving = true
    void within(lastWordsMs, this.replies.over()).then(() => this.#end.resolve({ how, by }))
  }

  /** The connection is gone, or the caller hung up. */
  gone(end: SessionEnd): void {
    this.#leaving = true
    this.#end.resolve(end)
  }

  /** Stops everything and resolves when what was said is kept. */
  async close(): Promise<void> {
    clearTimeout(this.#longest)
    this.#keypad.close()
    this.#silence.close()
    this.#listener?.close()
    this.#listener = undefined
    await this.replies.close()
    await this.#transcript.settled()
  }

  trouble(error: unknown): void {
    const { log } = this.#it.context
    log.warn({ err: error, callId: this.#it.call.id }, 'a turn failed')
    const fault = error instanceof Fault ? error : new Fault('server.unexpected')
    this.#it.tell({ type: 'trouble', code: fault.code, sentence: fault.message })
  }

  #become(state: (TalkDown & { type: 'state' })['state']): void {
    if (this.#state.state === state || this.#state.state === 'ended') return
    this.#state = { type: 'state', state }
    this.#it.tell(this.#state)
  }

  /** Tells the caller's side that it is over. */
  sayEnded = (): void => this.#become('ended')
}
