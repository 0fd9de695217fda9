import type { Answer } from '@myna/contracts/brain'
import type { Move } from '@myna/contracts/dialogue'
import type { Language } from '@myna/contracts/page'
import { newId } from '@myna/kernel'
import { apology } from '#domain/apology.ts'
import { heardWords, type SpokenSentence } from '#domain/heard-words.ts'
import { speakableParts } from '#domain/speakable-parts.ts'
import { cutInBrain } from '#streams/cut-in-brain.ts'
import { cutOff } from '#streams/cut-off.ts'
import type { Line, ReplyOptions } from '#streams/line.ts'
import { spokenLanguage } from '#streams/mind.ts'
import { say } from '#streams/mouth.ts'
import { Playout } from '#streams/playout.ts'
import { type ReplyState, turnOf } from '#streams/reply-turn.ts'
import { timed } from '#streams/turn-trace.ts'
import { createSentenceQueue } from '#streams/sentence-queue.ts'

/** A player that stopped this close to the end has played all; one that was told to pause says so within the other. */
const [nearlyAllMs, pauseReportMs] = [100, 1_500] as const

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
  #heardAt: number | undefined
  #readOnly: boolean
  #voiceless = false
  #kept = false
  /** What is left of it after it was cut off. */
  #heard: string | undefined
  readonly #thoughts = Promise.withResolvers<void>()
  #known: Promise<void> = this.#thoughts.promise
  #isKnown = false
  #reported = false
  #pausedAt = Number.NEGATIVE_INFINITY
  /** Where the caller's player began to count. */
  #countedFromMs = 0

  constructor(line: Line, options: ReplyOptions) {
    this.#line = line
    this.#it = options
    this.#atMs = line.callMs()
    this.#playout = new Playout(line.transport, line.wheel, {
      begin: () => this.#onSound(),
      sent: (piece, heardAt) => line.recorder?.agent(piece, line.callMs(heardAt)),
      end: (durationMs) => {
        line.tell({ type: 'audio_end', turnId: this.id, durationMs })
        line.transport.mark(`${this.id}:${Math.round(durationMs)}`)
      },
    })
    this.#readOnly = !options.aloud
    this.over = timed(line, this.id, options.asked, { run: () => this.#run(), state: () => this.#state() })
  }

  /** Resolves when the brain knows how it ended: whole, or cut off after what was heard. What is thought next builds on that. Undefined: it knows. */
  get known(): Promise<void> | undefined {
    return this.#isKnown ? undefined : this.#known
  }

  /** Whether it sounds just now. */
  get speaking(): boolean {
    return this.#playout.begun && !this.#playout.over && !this.#playout.paused
  }

  /** Whether it fell silent and may go on. */
  get paused(): boolean {
    return this.#playout.paused && !this.#playout.over
  }

  /** Whether nothing of it has sounded yet although something is to. */
  get awaited(): boolean {
    return this.active && !this.silent && !this.#playout.begun
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

  get language(): Language {
    return this.#answer?.language ?? spokenLanguage(this.#text, this.#language)
  }

  /** Whether the caller's player has yet to say how much of a reply cut off from here was heard. */
  get awaitsReport(): boolean {
    return this.stopped && this.#playout.begun && !this.#reported
  }

  /** Says something while its answer is awaited. */
  fillSilence(text: string, language: Language): void {
    if (this.awaited && this.#text === '') this.#speak(text, language, this.#line.transcript.noteWords(this.id, text, this.#atMs), true)
  }

  /** Whether a player's word that it stopped belongs to a pause of ours, and not to the caller: it comes once, soon after. */
  isOwnPause(): boolean {
    const own = performance.now() - this.#pausedAt < pauseReportMs
    this.#pausedAt = Number.NEGATIVE_INFINITY
    return own
  }

  /** Falls silent within a frame; what was not heard is kept. */
  pause(): void {
    if (!this.speaking) return
    this.#playout.pause()
    this.#pausedAt = performance.now()
    this.#line.recorder?.cutAgent(this.#line.callMs(this.#playout.momentOf(this.#playout.playedMs)))
  }

  /** Goes on where it fell silent. */
  resume(): void {
    if (!this.paused) return
    this.#countedFromMs = this.#playout.playedMs
    this.#line.tell({ type: 'audio_start', turnId: this.id })
    this.#playout.resume()
  }

  /** Cuts it off at once; of its words only those heard are kept: by the player's own count, or else by the clock. */
  stop(heardMs = Number.POSITIVE_INFINITY): void {
    if (!this.active) return
    this.#thinking.abort(cutOff)
    this.#queue.end()
    this.#quieten()
    if (heardMs < Number.POSITIVE_INFINITY) this.#reported = true
    if (this.#text) this.#cutTo(this.silent ? this.#text : heardWords(this.#spoken, Math.min(this.#countedFromMs + heardMs, this.#playout.playedMs)))
  }

  /** Speaks no more; the words go on. */
  hush(): void {
    if (!this.active) return
    this.#readOnly = true
    this.#quieten()
  }

  /** The carrier says that the sound up to `atMs` was heard just now. */
  marked(atMs: number): void {
    this.#playout.heard(atMs)
    if (this.#heardAt !== undefined || this.stopped) return
    this.#heardAt = performance.now() - atMs
    if (this.#kept) this.#keep('turn.sounded')
  }

  /** Takes the word of the caller's player for how much was heard of a reply that is over. */
  report(heardMs: number): void {
    if (this.#reported || this.silent || this.paused || !this.#playout.begun) return
    this.#reported = true
    const played = Math.min(this.#countedFromMs + heardMs, this.#playout.playedMs)
    if (!this.stopped && played + nearlyAllMs >= this.#playout.lengthMs) return
    const heard = heardWords(this.#spoken, played)
    if (heard === this.#heard) return
    this.#line.recorder?.cutAgent(this.#line.callMs(this.#playout.momentOf(played)))
    this.#cutTo(heard)
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
    this.#thoughts.resolve()
    this.#isKnown = this.#known === this.#thoughts.promise
    this.#queue.end()
    if (this.#text && !this.#kept) this.#keep('turn')
    await said
    await this.#line.transcript.settled()
    await this.#known
  }

  async #think(): Promise<void> {
    if (this.#it.after) await this.#it.after
    if (this.stopped) return
    for await (const thought of this.#it.think(this.#thinking.signal)) {
      if (this.stopped) return
      this.#brainTurnId = thought.brainTurnId
      if (thought.type === 'words') {
        this.#language = typeof this.#it.language === 'string' ? this.#it.language : await this.#it.language
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
    const { transcript, tell } = this.#line
    this.#firstWordsAt ??= performance.now()
    this.#text = `${this.#text} ${text}`.trim()
    const noted = transcript.noteWords(this.id, text, this.#atMs)
    void noted.then((stands) => stands && !this.stopped && tell({ type: 'words', turnId: this.id, text }))
    if (!this.#readOnly) this.#speak(text, spokenLanguage(text, this.#language), noted, false)
  }

  #speak(text: string, language: Language, noted: Promise<boolean>, aside: boolean): void {
    const { context, config, transport } = this.#line
    const { speed, voices } = config
    const manner = { language, speed, format: transport.format, ...(voices[language] ? { voiceId: voices[language] } : {}) }
    for (const part of speakableParts(text))
      this.#queue.push({ text: part, noted, aside, sound: (signal) => context.call.voice.speak({ text: part, ...manner }, { signal }) })
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
    this.#line.tell({ type: 'audio_start', turnId: this.id })
    // Sent right behind the first of it.
    queueMicrotask(() => this.#line.transport.mark(`${this.id}:${this.#playout.sentMs}`))
    if (this.#kept) this.#keep('turn.sounded')
  }

  #quieten(): void {
    const sounded = this.speaking || this.paused
    this.#sounding.abort(cutOff)
    this.#playout.stop()
    if (sounded) this.#line.recorder?.cutAgent(this.#line.callMs(this.#playout.momentOf(this.#playout.playedMs)))
  }

  #cutTo(heard: string): void {
    this.#heard = heard
    this.#isKnown = false
    this.#keep('turn.cut')
    const { context, conversationId } = this.#line
    const known = this.#thoughts.promise.then(() => cutInBrain(context, { conversationId, turnId: this.#brainTurnId, heard }))
    this.#known = known
    void known.finally(() => (this.#isKnown = this.#known === known))
  }

  /** Keeps the turn as it is known now and shows it. */
  #keep(event: 'turn' | 'turn.sounded' | 'turn.cut'): void {
    this.#kept = true
    const { transcript, tell } = this.#line
    void transcript.save(turnOf(this.#state()), event).then((turn) => turn && tell({ type: 'turn', turn }))
  }

  #state(): ReplyState {
    return {
      id: this.id,
      atMs: this.#atMs,
      text: this.#text,
      language: this.language,
      answer: this.#answer,
      move: this.#move,
      brainTurnId: this.#brainTurnId,
      heard: this.#heard,
      asked: this.#it.asked,
      firstWordsAt: this.#firstWordsAt,
      firstSoundAt: this.#firstSoundAt,
      heardAt: this.#heardAt,
    }
  }
}
