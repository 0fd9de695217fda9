import type { AgentConfig } from '@myna/contracts/agents'
import type { SocketServer } from '@myna/contracts'
import type { Call, CallTurn, TalkDown, TalkUp } from '@myna/contracts/calls'
import type { Language } from '@myna/contracts/page'
import { Fault, newId } from '@myna/kernel'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { Context } from '#context.ts'
import { isBackchannel } from '#domain/backchannel.ts'
import { heardWords } from '#domain/heard-words.ts'
import { openListener } from '#streams/listener.ts'
import { spokenLanguage, type Thought, think } from '#streams/mind.ts'
import { playedMs, type Speech, say } from '#streams/mouth.ts'
import type { Recorder } from '#streams/recorder.ts'
import { createSentenceQueue, type SentenceQueue } from '#streams/sentence-queue.ts'
import type { Transcript } from '#streams/transcript.ts'

export type TalkOptions = {
  context: Context
  socket: SocketServer<TalkUp, TalkDown>
  call: Call
  conversationId: string
  config: AgentConfig
  transcript: Transcript
  recorder: Recorder | undefined
  /** Engine that can hear here, if one is installed. */
  engine: RecognitionEngine | undefined
  canHear: Language[]
  canSpeak: Language[]
}

/** A reply under way: what is thought and what is said of it so far. */
type Reply = { id: string; atMs: number; abort: AbortController; speech: Speech; over: Promise<void>; text: string; brainTurnId: string | null; turn: CallTurn | undefined }

/** One connection to a call, from its first message to its end. */
export class TalkSession {
  readonly #it: TalkOptions
  readonly #startedAt: number
  #reply: Reply | undefined
  #listener: Awaited<ReturnType<typeof openListener>> | undefined
  #language: Language
  #aloud = true
  #agentAsked = false
  #toldOfNoVoice = false

  constructor(options: TalkOptions) {
    this.#it = options
    this.#startedAt = Date.parse(options.call.startedAt)
    this.#language = options.config.languages[0] ?? 'en'
  }

  /** Converses until somebody hangs up or the connection breaks; answers which of the two. */
  async run(greet: boolean): Promise<'hung-up' | 'broken'> {
    const { socket, call, canHear, canSpeak, config } = this.#it
    socket.send({ type: 'ready', call, canHear, canSpeak })
    for (const turn of await this.#it.transcript.turns()) socket.send({ type: 'turn', turn })
    this.#state('listening')
    if (greet) this.#begin(async (reply, queue) => this.#words(reply, queue, config.greeting))
    try {
      for await (const message of socket.messages) {
        if (message instanceof Uint8Array) this.#hear(message)
        else if (message.type === 'hangup') return 'hung-up'
        else await this.#take(message)
      }
      return 'broken'
    } finally {
      this.#listener?.close()
      await this.#cut(undefined)
    }
  }

  async #take(message: Exclude<TalkUp, { type: 'hangup' }>): Promise<void> {
    switch (message.type) {
      case 'text':
        return this.#answer(message.text, null)
      case 'interrupt':
        return this.#cut(message.playedMs)
      case 'mute':
        this.#aloud = message.speech
        return message.speech ? undefined : this.#cut(undefined)
      case 'listen':
        return this.#listen(message.by)
      case 'partial':
        if (this.#reply?.speech.beganAt !== undefined && !isBackchannel(message.text, this.#agentAsked)) await this.#cut(undefined)
        return
      case 'played':
        return
    }
  }

  #hear(frame: Uint8Array): void {
    if (frame.byteLength === 0 || frame.byteLength > 32_000) return
    this.#it.recorder?.caller(frame, this.#now())
    this.#listener?.hear(frame)
  }

  async #listen(by: 'server' | 'browser' | 'none'): Promise<void> {
    this.#listener?.close()
    this.#listener = undefined
    const { engine, socket, context } = this.#it
    if (by !== 'server') return
    if (!engine) return socket.send({ type: 'trouble', code: 'voice.engine_absent', sentence: 'This server cannot hear yet. Type instead, or use a browser that recognises speech.' })
    this.#listener = await openListener(
      engine,
      {
        began: () => void (this.#reply?.speech.beganAt !== undefined && this.#cut(undefined)),
        partial: (text) => socket.send({ type: 'partial', text }),
        utterance: (text, endOfSpeechMs) => void this.#answer(text, endOfSpeechMs),
      },
      context.signal,
      context.log,
    )
  }

  /** Takes a turn of the caller and begins to answer it. */
  async #answer(text: string, endOfSpeechMs: number | null): Promise<void> {
    await this.#cut(undefined)
    const { context, socket, transcript, conversationId } = this.#it
    const heardAt = performance.now()
    const { language } = await context.call.brain.detectLanguage({ text })
    this.#language = language
    const turn: CallTurn = { id: newId(), speaker: 'caller', text, language, sources: [], refused: false, interrupted: false, atMs: this.#now(), latency: null }
    await transcript.save(turn, null)
    socket.send({ type: 'turn', turn })
    this.#state('thinking')
    this.#begin(async (reply, queue) => {
      let answerMs: number | null = null
      const thought = await think({
        context,
        conversationId,
        text,
        signal: reply.abort.signal,
        onWords: (words) => {
          answerMs ??= performance.now() - heardAt
          void this.#words(reply, queue, words)
        },
      })
      await this.#keep(reply, thought, { endOfSpeechMs, answerMs, firstAudioMs: null }, heardAt)
    })
  }

  /** Starts a reply: `work` brings its words, the mouth says them as they come. */
  #begin(work: (reply: Reply, queue: SentenceQueue) => Promise<void>): void {
    const { context } = this.#it
    const reply: Reply = { id: newId(), atMs: this.#now(), abort: new AbortController(), speech: { sentences: [], beganAt: undefined, cut: false }, over: Promise.resolve(), text: '', brainTurnId: null, turn: undefined }
    const queue = createSentenceQueue()
    this.#reply = reply
    const worked = work(reply, queue).then(
      () => queue.end(),
      (error: unknown) => {
        queue.end()
        if (!reply.abort.signal.aborted) this.#trouble(error)
      },
    )
    const said = this.#say(reply, queue)
    reply.over = Promise.all([worked, said]).then(async () => {
      if (!reply.turn && reply.text && !reply.abort.signal.aborted) await this.#keep(reply, undefined, null, 0)
      if (this.#reply === reply) {
        this.#reply = undefined
        this.#state('listening')
      }
    }, (error: unknown) => context.log.error({ err: error }, 'a reply failed'))
  }

  /** Notes words in the ledger, shows them, and gives them to the mouth. */
  async #words(reply: Reply, queue: SentenceQueue, text: string): Promise<void> {
    reply.text = `${reply.text} ${text}`.trim()
    const { transcript, socket, context, config } = this.#it
    queue.expect()
    await transcript.log('agent.words', { turnId: reply.id, text })
    socket.send({ type: 'words', turnId: reply.id, text })
    const language = spokenLanguage(text, this.#language)
    const voiceId = config.voices[language]
    queue.push({ text, sound: (signal) => context.call.voice.speak({ text, language, speed: config.speed, ...(voiceId ? { voiceId } : {}) }, { signal }) })
  }

  async #say(reply: Reply, queue: SentenceQueue): Promise<void> {
    const { socket, recorder } = this.#it
    const sentences = this.#aloud ? queue.sentences() : queue.silently()
    let beganMs = 0
    try {
      await say(
        sentences,
        {
          begin: () => {
            beganMs = this.#now()
            this.#state('speaking')
            socket.send({ type: 'audio_start', turnId: reply.id })
          },
          frame: (pcm, atMs) => {
            socket.sendBytes(pcm)
            recorder?.agent(pcm, beganMs + atMs)
          },
          end: (durationMs) => socket.send({ type: 'audio_end', turnId: reply.id, durationMs }),
        },
        reply.abort.signal,
        reply.speech,
      )
    } catch (error) {
      this.#noVoice(error)
    }
    if (reply.speech.cut) recorder?.cutAgent(beganMs + Math.min(playedMs(reply.speech), Number.MAX_SAFE_INTEGER))
  }

  /** Keeps the agent's turn as it is known now and shows it. */
  async #keep(reply: Reply, thought: Thought, latency: CallTurn['latency'], heardAt: number): Promise<void> {
    if (!thought && !reply.text) return
    const firstAudioMs = latency && reply.speech.beganAt !== undefined ? reply.speech.beganAt - heardAt - (latency.answerMs ?? 0) : null
    reply.brainTurnId = thought?.turn.id ?? null
    reply.turn = {
      id: reply.id,
      speaker: 'agent',
      text: thought?.answer.answer ?? reply.text,
      language: thought?.answer.language ?? spokenLanguage(reply.text, this.#language),
      sources: thought?.answer.sources ?? [],
      refused: thought?.answer.refused ?? false,
      interrupted: false,
      atMs: reply.atMs,
      latency: latency && { ...latency, firstAudioMs },
    }
    this.#agentAsked = /[?？]\s*$/u.test(reply.turn.text)
    await this.#it.transcript.save(reply.turn, reply.brainTurnId)
    this.#it.socket.send({ type: 'turn', turn: reply.turn })
  }

  /** Stops the reply under way; of its words only those that were heard are kept. `heardMs` is what the caller's player says, else our own clock. */
  async #cut(heardMs: number | undefined): Promise<void> {
    const reply = this.#reply
    if (!reply) return
    this.#reply = undefined
    const played = Math.min(heardMs ?? Number.POSITIVE_INFINITY, playedMs(reply.speech))
    reply.abort.abort()
    const { socket, transcript, context, conversationId } = this.#it
    socket.send({ type: 'audio_stop' })
    await reply.over
    if (reply.speech.cut || !reply.turn) {
      const heard = heardWords(reply.speech.sentences, played)
      if (!reply.turn && reply.text) await this.#keep(reply, undefined, null, 0)
      if (reply.turn && this.#aloud) {
        reply.turn = { ...reply.turn, text: heard, interrupted: true }
        await transcript.save(reply.turn, reply.brainTurnId)
        socket.send({ type: 'turn', turn: reply.turn })
        if (reply.brainTurnId) await context.call.brain.cutTurn({ conversationId, turnId: reply.brainTurnId, heard })
      }
    }
    this.#state('listening')
  }

  #trouble(error: unknown): void {
    this.#it.context.log.warn({ err: error }, 'a turn failed')
    const fault = error instanceof Fault ? error : new Fault('server.unexpected')
    this.#it.socket.send({ type: 'trouble', code: fault.code, sentence: fault.message })
  }

  #noVoice(error: unknown): void {
    if (this.#toldOfNoVoice) return
    this.#toldOfNoVoice = true
    this.#trouble(error)
  }

  #state(state: 'listening' | 'thinking' | 'speaking'): void {
    this.#it.socket.send({ type: 'state', state })
  }

  /** Milliseconds since the call began. */
  #now(): number {
    return Math.max(0, Date.now() - this.#startedAt)
  }
}
