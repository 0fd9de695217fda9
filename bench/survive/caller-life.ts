import { setTimeout as sleep } from 'node:timers/promises'
import type { Caller, PhoneEvent } from '@myna/telephony-twilio/test/play-twilio'
import { callerFrames } from '../calls/test-sound.ts'
import { questions } from './line.ts'

/** A person on a call that is to be cut off: talks and presses keys, goes on where it can, hangs up. Moments in `performance.now()` time. */
export type CallerLife = {
  readonly caller: Caller
  /** When the carrier brought this caller to a stream for the first time after `noteDeath`. */
  backAt(): number | undefined
  /** Replies of which something was heard before the death, by their turns. */
  heardBefore(): Set<string>
  /** Replies heard to their end after it. */
  heardAfter(): Set<string>
  noteDeath(): void
  /** Resolves when this person has hung up or was hung up on; true when all went as a person would wish. */
  readonly over: Promise<boolean>
}

/** Longest wait for what should come; an answer to a carrier comes within 15 s or not at all. */
const patienceMs = 40_000
/** A mark behind the first piece of a reply names so many milliseconds. */
const firstPieceMs = 80

/** Lives through one call, `random` giving numbers from 0 to 1. */
export function liveThrough(caller: Caller, random: () => number): CallerLife {
  const death = Promise.withResolvers<void>()
  let deathEvents: number | undefined
  let backAt: number | undefined
  const since = () => (deathEvents === undefined ? [] : caller.events.slice(deathEvents))
  const marks = (events: readonly PhoneEvent[], fromMs: number) =>
    new Set(
      events.flatMap((it, at) => {
        // Sound that is thrown away sends its marks back as well.
        const before = events.slice(0, at).findLast((one) => one.type !== 'marked')
        if (before?.type === 'cleared' && before.atMs === it.atMs) return []
        const [id, ms] = it.type === 'marked' ? it.name.split(':') : []
        return id && Number(ms) > fromMs ? [id] : []
      }),
    )
  const heardAfter = () => marks(since().slice(since().findIndex((it) => it.type === 'streaming')), firstPieceMs)

  const { loud } = callerFrames()
  const speech = (ms: number) => Buffer.concat(Array.from({ length: Math.round(ms / 20) }, () => loud))
  const keys = Object.keys(questions)
  const chat = async () => {
    await caller.until('marked')
    while (deathEvents === undefined) {
      await Promise.race([sleep(400 + random() * 2_000), death.promise])
      if (deathEvents !== undefined) return
      if (random() < 0.2) void caller.say(speech(200 + random() * 400))
      else caller.press(keys[Math.floor(random() * keys.length)]!)
    }
  }
  const goOn = async () => {
    await death.promise
    // A stream that was on its way when the process died belongs to the one before.
    await until(
      () =>
        since().some((it) => it.type === 'streaming') && since().findLast((it) => it.type === 'streaming' || it.type === 'stream-ended')?.type === 'streaming',
    )
    backAt = performance.now()
    await until(() => heardAfter().size > 0)
    await caller.say(speech(800))
    const before = heardAfter().size
    caller.press('1')
    await until(() => heardAfter().size > before)
    caller.hangUp()
  }
  const until = async (so: () => boolean) => {
    const giveUpAt = performance.now() + patienceMs
    while (!so()) {
      if (performance.now() > giveUpAt || caller.status === 'failed' || caller.status === 'completed') throw new Error('it did not come')
      await sleep(10)
    }
  }
  void chat().catch(() => {})
  return {
    caller,
    backAt: () => backAt,
    heardBefore: () => marks(caller.events.slice(0, deathEvents), 0),
    heardAfter,
    noteDeath() {
      deathEvents = caller.events.length
      death.resolve()
    },
    over: goOn().then(
      () => true,
      () => {
        caller.hangUp()
        return false
      },
    ),
  }
}
