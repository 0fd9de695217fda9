import { type EmulatedClock, frameMs } from '#test/emulated-clock.ts'

export type CallStatus = 'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled'

/** What happened at a phone, with the played time since the call began. */
export type PhoneEvent = { atMs: number } & (
  | { type: 'answered' | 'stream-stopped' | 'parted' }
  | { type: 'streaming'; streamSid: string; url: string }
  | { type: 'stream-ended'; why: string }
  | { type: 'said'; text: string; language: string; voice: string }
  | { type: 'played'; url: string; loop: number }
  | { type: 'paused'; seconds: number }
  | { type: 'pressed'; digit: string }
  | { type: 'dialling'; number: string }
  | { type: 'joined'; number: string }
  | { type: 'marked'; name: string }
  | { type: 'cleared'; bytes: number }
  | { type: 'over'; status: CallStatus }
)
type Told<E = PhoneEvent> = E extends PhoneEvent ? Omit<E, 'atMs'> : never

/** Sound without a gap, μ-law at 8 kHz, and when it began. */
export type Heard = { atMs: number; mulaw: Buffer }

/** A person at the telephone, as a test directs them. */
export type Caller = {
  readonly callSid: string
  readonly from: string
  readonly to: string
  readonly status: CallStatus
  /** Says sound after what is being said; ends when it was said, or the call is over. */
  say(mulaw: Uint8Array): Promise<void>
  /** Stops in the middle of what is being said. */
  beSilent(): void
  press(digits: string): void
  hangUp(): void
  /** All sound that came over streams or from another party, as it was heard; silence that nobody sent is left out. */
  heard(): Heard[]
  readonly events: readonly PhoneEvent[]
  /** The first event of this type, from the past or the future; rejects when the call is over without it. */
  until<T extends PhoneEvent['type']>(type: T, fits?: (it: PhoneEvent & { type: T }) => boolean): Promise<PhoneEvent & { type: T }>
  /** Ends with the call. */
  readonly over: Promise<CallStatus>
  /** Breaks the socket of the stream: `cut` without a word, `half-close` as one that still reads. */
  breakStream(how: 'cut' | 'half-close'): void
}

/** Mouth, ear and memory of one phone. */
export type Phone = {
  tell(event: Told): void
  readonly events: PhoneEvent[]
  say(mulaw: Uint8Array): Promise<void>
  beSilent(): void
  /** The next 20 ms of what is said: 160 bytes that are overwritten by the next; silence when nothing is said. */
  speak(): Buffer
  hear(mulaw: Uint8Array): void
  heard(): Heard[]
  until: Caller['until']
  close(): void
}

/** Bytes of a frame. */
export const frameBytes = 160
/** Silence in μ-law. */
export const silence = 0xff

/** See `Phone`; `remember: false` keeps no sound, for many calls at once. */
export function createPhone(clock: EmulatedClock, remember: boolean): Phone {
  const began = clock.now()
  const events: PhoneEvent[] = []
  const watching = new Set<(event: PhoneEvent | undefined) => void>()
  const sayings: { mulaw: Uint8Array; at: number; done: () => void }[] = []
  const pieces: { atMs: number; endMs: number; parts: Buffer[] }[] = []
  const frame = Buffer.alloc(frameBytes, silence)
  const atMs = () => clock.now() - began
  let isClosed = false

  const beSilent = () => {
    for (const { done } of sayings.splice(0)) done()
  }
  return {
    events,
    beSilent,
    tell(told) {
      const event = { ...told, atMs: atMs() } as PhoneEvent
      events.push(event)
      for (const watch of watching) watch(event)
    },
    say: (mulaw) => (isClosed ? Promise.resolve() : new Promise((done) => void sayings.push({ mulaw, at: 0, done }))),
    speak() {
      let filled = 0
      while (filled < frameBytes && sayings[0]) {
        const saying = sayings[0]
        const part = saying.mulaw.subarray(saying.at, saying.at + frameBytes - filled)
        frame.set(part, filled)
        filled += part.length
        saying.at += part.length
        if (saying.at >= saying.mulaw.length) sayings.shift()!.done()
      }
      return filled < frameBytes ? frame.fill(silence, filled) : frame
    },
    hear(mulaw) {
      if (!remember) return
      const now = atMs()
      const last = pieces.at(-1)
      if (last && now <= last.endMs) last.parts.push(Buffer.from(mulaw))
      else pieces.push({ atMs: now, endMs: now, parts: [Buffer.from(mulaw)] })
      pieces.at(-1)!.endMs = now + frameMs
    },
    heard: () => pieces.map((it) => ({ atMs: it.atMs, mulaw: Buffer.concat(it.parts) })),
    until: (type, fits = () => true) => {
      type Wanted = PhoneEvent & { type: typeof type }
      const isWanted = (event: PhoneEvent): event is Wanted => event.type === type && fits(event as Wanted)
      const past = events.find(isWanted)
      if (past) return Promise.resolve(past)
      return new Promise((done, fail) => {
        const watch = (event: PhoneEvent | undefined) => {
          if (event && !isWanted(event)) return
          watching.delete(watch)
          if (event) done(event)
          else fail(new Error(`the call is over without "${type}": ${JSON.stringify(events)}`))
        }
        if (isClosed) watch(undefined)
        else watching.add(watch)
      })
    },
    close() {
      isClosed = true
      beSilent()
      for (const watch of watching) watch(undefined)
    },
  }
}
