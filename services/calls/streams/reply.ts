import { setTimeout as sleep } from 'node:timers/promises'
import type { AgentConfig } from '@myna/contracts/agents'
import type { Answer } from '@myna/contracts/brain'
import type { CallTurn, TalkDown } from '@myna/contracts/calls'
import type { Move } from '@myna/contracts/dialogue'
import type { Language } from '@myna/contracts/page'
import { Fault, newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import { apology } from '#domain/apology.ts'
import { heardWords, type SpokenSentence } from '#domain/heard-words.ts'
import { speakableParts } from '#domain/speakable-parts.ts'
import { spokenLanguage, type Thought } from '#streams/mind.ts'
import { say } from '#streams/mouth.ts'
import { Playout } from '#streams/playout.ts'
import type { Recorder } from '#streams/recorder.ts'
import { createSentenceQueue } from '#streams/sentence-queue.ts'
import type { Transcript } from '#streams/transcript.ts'

/** What a reply uses of the call it belongs to. */
export type Line = {
  context: Context
  conversationId: string
  config: AgentConfig
  transcript: Transcript
  recorder: Recorder | undefined
  send(message: TalkDown): void
  sendBytes(frame: Uint8Array): void
  /** Whether the way to the caller takes more sound just now. */
  takesSound(): boolean
  /** Milliseconds since the call began, now or at another `performance.now()` time. */
  callMs(at?: number): number
  trouble(error: unknown): void
  /** Something could not be spoken. */
  noVoice(error: unknown): void
}

export type ReplyOptions = {
  think(signal: AbortSignal): AsyncIterable<Thought>
  /** Thinking begins after this: what came before must have been kept. */
  after: Promise<unknown>
  aloud: boolean
  language: Promise<Language>
  /** When the turn it answers had ended, in `performance.now()` time; undefined when nobody asked, as in a greeting. */
  asked: { endedAt: number; endOfSpeechMs: number | null } | undefined
  onSound(): void
}

/** How often, and after how long, the brain is asked to cut a turn that it may still be keeping. */
const cutAttempts = 4
const cutAgainMs = 100
/** A player that stopped this close to the end has played all. */
const nearlyAllMs = 100

/** One reply of the agent, from its first thought to its last sound: what is thought, said, heard and kept of it. */
export class Reply {
  readonly id = newId()
  /** Resolves when all of it was heard or cut off, and kept. Never rejects. */
  readonly over: Promise<void>
  readonly #line: Line
  readonly #it: ReplyOptions
  readonly #thinking = new AbortController()
  readonly #sounding = new AbortController()
  readonly #queue = createSentenceQueue()
  readonly #playout: Playout
  readonly #spoken: SpokenSentence[] = []
  readonly #atMs: number
  #language: Language = 'en'
  #text = ''
  #answer: Answer | undefined
  #brainTurnId: string | null = null
  #move: Move | null = null
  #thought = false
  #firstWordsAt: number | undefined
  #firstSoundAt: number | undefined
  #readOnly: boolean
  #voiceless = false
  #kept = false
  /** What is left of it after it was cut off. */
  #heard: string | undefined
  #reported = false

  constructor(line: Line, options: ReplyOptions) {
    this.#line = line
    this.#it = options
    this.#atMs = line.callMs()
    this.#playout = new Playout({
      begin: () => this.#onSound(),
      frame: (pcm, heardAt) => {
        line.sendBytes(pcm)
        line.recorder?.agent(pcm, line.callMs(heardAt))
      },
      end: (durationMs) => line.send({ type: 'audio_end', turnId: this.id, durationMs }),
      ready: () => line.takesSound(),
    })
    this.#readOnly = !options.aloud
    this.over = this.#run()
  }

  /** Whether it sounds just now. */
  get speaking(): boolean {
    return this.#playout.begun && !this.#playout.over
  }

  /** Whether it was cut off. */
  get stopped(): boolean {
    return this.#thinking.signal.aborted
  }

  /** Whether there is anything left to cut off. */
  get active(): boolean {
    return !this.stopped && !(this.#thought && (this.silent || this.#playout.over))
  }

  /** Whether it is read instead of heard. */
  get silent(): boolean {
    return this.#readOnly || this.#voiceless
  }

  /** Whether the last words heard so far are a question. */
  get asks(): boolean {
    return /[?？]$/u.test(heardWords(this.#spoken, this.#playout.playedMs + nearlyAllMs))
  }

  /** Whether the caller's player has yet to say how much of a reply cut off from here was heard. */
  get awaitsReport(): boolean {
    return this.stopped && this.#playout.begun && !this.#reported
  }

  /** Cuts it off at once; of its words only those heard are kept: by the player's own count, or else by the clock. */
  stop(heardMs = Number.POSITIVE_INFINITY): void {
    if (!this.active) return
    this.#thinking.abort()
    this.#queue.end()
    this.#quieten()
    if (heardMs < Number.POSITIVE_INFINITY) this.#reported = true
    if (this.#text) this.#cutTo(this.silent ? this.#text : heardWords(this.#spoken, Math.min(heardMs, this.#playout.playedMs)))
  }

  /** Speaks no more; the words go on. */
  hush(): void {
    if (!this.active) return
    this.#readOnly = true
    this.#quieten()
  }

  /** Takes the word of the caller's player for how much was heard of a reply that is over. */
  report(heardMs: number): void {
    if (this.#reported || this.silent || !this.#playout.begun) return
    this.#reported = true
    const played = Math.min(heardMs, this.#playout.playedMs)
    if (!this.stopped && played + nearlyAllMs >= this.#playout.lengthMs) return
    const heard = heardWords(this.#spoken, played)
    if (heard === this.#heard) return
    this.#line.recorder?.cutAgent(this.#line.callMs(this.#playout.momentOf(played)))
    this.#cutTo(heard)
    void this.over.then(() => this.#cutInBrain())
  }

  async #run(): Promise<void> {
    const said = this.#readOnly ? undefined : this.#say()
    try {
      await this.#think()
    } catch (error) {
      if (!this.stopped) {
        this.#line.trouble(error)
        if (!this.#text) this.#takeWords(apology[this.#language])
      }
    }
    this.#thought = true
    this.#queue.end()
    if (this.#text && !this.#kept) this.#keep('turn')
    await said
    await this.#line.transcript.settled()
    if (this.#heard !== undefined) await this.#cutInBrain()
  }

  async #think(): Promise<void> {
    await this.#it.after
    if (this.stopped) return
    for await (const thought of this.#it.think(this.#thinking.signal)) {
      if (this.stopped) return
      this.#brainTurnId = thought.brainTurnId
      if (thought.type === 'words') {
        this.#language = await this.#it.language
        if (!this.stopped) this.#takeWords(thought.text)
      } else {
        this.#answer = thought.answer
        this.#move = thought.move
        this.#keep('turn')
      }
    }
  }

  /** Notes words in the ledger, shows them, and gives them to the mouth. */
  #takeWords(text: string): void {
    const { context, config, transcript, send } = this.#line
    this.#firstWordsAt ??= performance.now()
    this.#text = `${this.#text} ${text}`.trim()
    const noted = transcript.noteWords(this.id, text)
    void noted.then((stands) => stands && !this.stopped && send({ type: 'words', turnId: this.id, text }))
    if (this.#readOnly) return
    const language = spokenLanguage(text, this.#language)
    const voiceId = config.voices[language]
    const manner = { language, speed: config.speed, ...(voiceId ? { voiceId } : {}) }
    for (const part of speakableParts(text))
      this.#queue.push({ text: part, noted, sound: (signal) => context.call.voice.speak({ text: part, ...manner }, { signal }) })
  }

  async #say(): Promise<void> {
    const onFailure = (error: unknown) => {
      this.#voiceless = !this.#playout.begun
      this.#line.noVoice(error)
    }
    await say(this.#queue, { playout: this.#playout, signal: this.#sounding.signal, spoken: this.#spoken, onFailure }).catch(onFailure)
  }

  #onSound(): void {
    this.#voiceless = false
    this.#firstSoundAt = performance.now()
    this.#it.onSound()
    this.#line.send({ type: 'audio_start', turnId: this.id })
    if (this.#kept) this.#keep('turn.sounded')
  }

  #quieten(): void {
    const { speaking } = this
    this.#sounding.abort()
    this.#playout.stop()
    if (!speaking) return
    this.#line.send({ type: 'audio_stop' })
    this.#line.recorder?.cutAgent(this.#line.callMs(this.#playout.momentOf(this.#playout.playedMs)))
  }

  #cutTo(heard: string): void {
    this.#heard = heard
    this.#keep('turn.cut')
  }

  /** Keeps the turn as it is known now and shows it. */
  #keep(event: 'turn' | 'turn.sounded' | 'turn.cut'): void {
    this.#kept = true
    const { transcript, send } = this.#line
    void transcript.save(this.#turn(), event).then((turn) => turn && send({ type: 'turn', turn }))
  }

  #turn(): CallTurn {
    const text = this.#heard ?? this.#answer?.answer ?? this.#text
    const { asked } = this.#it
    const between = (from: number | undefined, to: number | undefined) => (from === undefined || to === undefined ? null : Math.max(0, to - from))
    return {
      id: this.id,
      speaker: 'agent',
      text,
      language: this.#answer?.language ?? spokenLanguage(this.#text, this.#language),
      sources: this.#answer?.sources ?? [],
      refused: this.#answer?.refused ?? false,
      interrupted: this.#heard !== undefined,
      brainTurnId: this.#brainTurnId,
      move: this.#move,
      atMs: this.#atMs,
      latency: asked
        ? {
            endOfSpeechMs: asked.endOfSpeechMs,
            answerMs: between(asked.endedAt, this.#firstWordsAt),
            firstAudioMs: between(this.#firstWordsAt, this.#firstSoundAt),
          }
        : null,
    }
  }

  /** Leaves only what was heard in the memory of the brain too; it may still be keeping its turn when it runs in another process. */
  async #cutInBrain(): Promise<void> {
    const { context, conversationId } = this.#line
    if (this.#brainTurnId === null) return
    for (let attempt = 1; ; attempt++) {
      try {
        await context.call.brain.cutTurn({ conversationId, turnId: this.#brainTurnId, heard: this.#heard ?? '' })
        return
      } catch (error) {
        if (attempt === cutAttempts || !(error instanceof Fault && error.code === 'brain.conversation_not_found')) {
          return context.log.warn({ err: error }, 'the brain could not be told what was heard')
        }
        await sleep(cutAgainMs)
      }
    }
  }
}
