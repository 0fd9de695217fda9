import { PlayoutChecker } from './playout-checker.ts'
import { Samples } from './samples.ts'
import { frameMs } from './test-sound.ts'

/** What callers do, in ms. */
export type Script = {
  speechMs: number
  /** Into every second answer the caller speaks, so long after it began. */
  bargeInAfterMs: number
  /** That speech; less than 200 ms holds no words, so the answer is to go on. */
  bargeInMs: number
  gapMs: number
  /** Who waits longer for an answer, for silence or for an answer to go on gave up. */
  patienceMs: number
}

/** Two seconds of speech, silence, an answer; every second answer is spoken over. */
export const talkScript: Script = { speechMs: 2_000, bargeInAfterMs: 1_500, bargeInMs: 1_000, gapMs: 1_000, patienceMs: 3_000 }
/** The same with a noise in place of the words. */
export const noiseScript: Script = { ...talkScript, bargeInMs: 100 }

/** Silence for so long after the last sound was played means that the answer is over. */
const overMs = 300
/** Frames later than this are noted with their moment. */
const noteworthyMs = 40

/** What all callers of a run met. Nothing is counted while `isOpen` is false. */
export class Tally {
  isOpen = false
  readonly late = new Samples()
  /** From the first silent frame to the first sound of the answer. */
  readonly turn = new Samples()
  /** From the first frame of speech over an answer to the `clear`. */
  readonly clear = new Samples()
  /** From the first silent frame after a noise to more of the answer. */
  readonly resume = new Samples()
  missedTurns = 0
  missedClears = 0
  missedResumes = 0
  /** Of each frame later than 40 ms: when the first of its row came, and how late that was. Sound that was held up once stays late to its end. */
  readonly lateMoments: [at: number, late: number][] = []
  lateMomentCount = 0
}

type State = 'speaks' | 'waits' | 'listens' | 'barges-in' | 'waits-on' | 'pauses'

/** One caller: told every 20 ms what to say, and told what comes. */
export class ScriptedCaller {
  readonly #script: Script
  readonly #tally: Tally
  readonly #player = new PlayoutChecker()
  #state: State = 'pauses'
  #framesLeft: number
  #answers = 0
  #since = 0
  #answeredAt = 0
  #lastSoundAt = 0
  #lateFrom: [at: number, late: number] | undefined
  #isCleared = false
  #wasSpokenOver = false
  /** Whether the turn or barge-in that goes on began while the tally was open. */
  #counts = false

  /** `silentMs`: before the first speech, so that not all speak at once. */
  constructor(script: Script, tally: Tally, silentMs: number) {
    this.#script = script
    this.#tally = tally
    this.#framesLeft = framesOf(silentMs)
  }

  /** Whether the frame of now is loud. */
  nextFrame(now: number): boolean {
    switch (this.#state) {
      case 'speaks':
        if (this.#framesLeft-- > 0) return true
        this.#wait(now)
        return false
      case 'waits':
        if (now - this.#since > this.#script.patienceMs) {
          if (this.#counts) this.#tally.missedTurns++
          this.#speak()
        }
        return false
      case 'listens':
        return this.#listen(now)
      case 'barges-in':
        return this.#bargeIn(now)
      case 'waits-on':
        if (now - this.#since > this.#script.patienceMs) {
          if (this.#counts) this.#tally.missedResumes++
          this.#pause()
        }
        return false
      case 'pauses':
        if (this.#framesLeft-- <= 0) this.#speak()
        return false
    }
  }

  /** Sound of `ms` came. */
  sound(at: number, ms: number): void {
    const late = this.#player.frame(at, ms)
    if (this.#tally.isOpen) {
      this.#tally.late.add(late)
      if (late > noteworthyMs) {
        this.#lateFrom ??= [at, late]
        this.#tally.lateMomentCount++
        if (this.#tally.lateMoments.length < 10_000) this.#tally.lateMoments.push(this.#lateFrom)
      } else this.#lateFrom = undefined
    }
    this.#lastSoundAt = at
    if (this.#state === 'waits') {
      if (this.#counts) this.#tally.turn.add(at - this.#since)
      this.#answers++
      this.#answeredAt = at
      this.#wasSpokenOver = false
      this.#state = 'listens'
    } else if (this.#state === 'waits-on') {
      if (this.#counts) this.#tally.resume.add(at - this.#since)
      this.#state = 'listens'
    }
  }

  /** The agent took back what was not heard yet. */
  clear(at: number): void {
    this.#player.restart()
    if (this.#state !== 'barges-in' || this.#isCleared) return
    this.#isCleared = true
    if (this.#counts) this.#tally.clear.add(at - this.#since)
  }

  /** All that came has been heard: an answer is over as the agent sees it. */
  played(): void {
    this.#player.restart()
  }

  /** When all that came will have been heard; 0: nothing is there. */
  get playedAt(): number {
    return this.#player.playedAt
  }

  #listen(now: number): boolean {
    if (!this.#wasSpokenOver && this.#answers % 2 === 1 && now - this.#answeredAt >= this.#script.bargeInAfterMs) {
      this.#state = 'barges-in'
      this.#wasSpokenOver = true
      this.#isCleared = false
      this.#since = now
      this.#counts = this.#tally.isOpen
      this.#framesLeft = framesOf(this.#script.bargeInMs) - 1
      return true
    }
    if (now - Math.max(this.#lastSoundAt, this.#player.playedAt) > overMs) this.#pause()
    return false
  }

  #bargeIn(now: number): boolean {
    if (this.#framesLeft-- > 0) return true
    if (!this.#isCleared) {
      if (this.#counts) this.#tally.missedClears++
      // What comes now cannot be told from the answer that goes on.
      this.#pause()
    } else if (this.#script.bargeInMs < 200) {
      this.#state = 'waits-on'
      this.#since = now
    } else this.#wait(now)
    return false
  }

  #speak(): void {
    this.#state = 'speaks'
    this.#framesLeft = framesOf(this.#script.speechMs)
  }

  #wait(now: number): void {
    this.#player.restart()
    this.#state = 'waits'
    this.#since = now
    this.#counts = this.#tally.isOpen
  }

  #pause(): void {
    this.#state = 'pauses'
    this.#framesLeft = framesOf(this.#script.gapMs)
  }
}

function framesOf(ms: number): number {
  return Math.max(1, Math.round(ms / frameMs))
}
