import { type PlayedHandshake, type PlayedTalk, playSocketVendor } from './play-socket.ts'

/**
 * How a played recogniser behaves: it makes the first words of each utterance final of its own accord (`splits`), and says all that is final twice besides (`repeats`); gives results them long after it was asked; answers something that is no
 * message; says nothing any more once sound comes.
 */
export type RecogniserMood = 'well' | 'repeats' | 'splits' | 'late' | 'rubbish' | 'mute'

/** How long a late one takes, in milliseconds. */
export const playedLatenessMs = 250

/** A local server that plays one vendor of speech recognition, and understands tone speech. */
export type PlayedRecogniser = {
  key: string
  be(mood: RecogniserMood): void
  /** Answers every opening with this status from now on, 0 with nothing at all; undefined: as it should. */
  refuse(status: number | undefined): void
  /** Tears every line. */
  cut(): void
  /** Conversations that are open. */
  readonly talks: number
  /** What it was told that the real one would not take. */
  readonly complaints: string[]
  /** Phrases it was given, of all conversations. */
  readonly phrases: string[]
  /** Messages that say no more than that somebody is there. */
  readonly signsOfLife: number
  close(): Promise<void>
}

/** What one conversation of a played recogniser does with what it is told; `say` sends to it as its mood has it. */
export type PlayedHearing = { hear(message: string | Uint8Array): void }

/** What a played recogniser knows of itself while it talks. */
export type PlayedRoom = {
  readonly mood: RecogniserMood
  /** Notes what the real one would not take. */
  complain(about: string): void
  gotPhrases(phrases: readonly string[]): void
  gotSignOfLife(): void
  /** Answers now, or later where that is its mood; what it says in the meantime waits behind it. */
  answer(say: () => void): void
}

/** Messages of both sides, to be held against the vendor's own description. */
export type PlayedMessage = { from: 'client' | 'vendor'; message: object }

/** A played vendor of speech recognition over a WebSocket. `judge` gives the status of a handshake that the real one refuses. */
export async function playRecogniser(it: {
  key: string
  keyOf(handshake: PlayedHandshake): string | undefined
  judge(handshake: PlayedHandshake): number | undefined
  talk(talk: PlayedTalk, room: PlayedRoom): PlayedHearing
}): Promise<PlayedRecogniser & { url: string; host: string; handshakes: PlayedHandshake[]; messages: PlayedMessage[] }> {
  const complaints: string[] = []
  const phrases: string[] = []
  const messages: PlayedMessage[] = []
  let mood: RecogniserMood = 'well'
  let refusal: number | undefined
  let signsOfLife = 0

  const vendor = await playSocketVendor({
    judge: (handshake) => refusal ?? (it.keyOf(handshake) === it.key ? it.judge(handshake) : 401),
    talk(talk) {
      let late = false
      const behind: (() => void)[] = []
      const noted: PlayedTalk = {
        ...talk,
        get over() {
          return talk.over
        },
        send(message) {
          const go = () => {
            if (typeof message === 'object' && !(message instanceof Uint8Array)) messages.push({ from: 'vendor', message })
            talk.send(message)
          }
          if (late) behind.push(go)
          else go()
        },
      }
      const room: PlayedRoom = {
        get mood() {
          return mood
        },
        complain: (about) => void complaints.push(about),
        gotPhrases: (more) => void phrases.push(...more),
        gotSignOfLife: () => void signsOfLife++,
        answer(say) {
          if (mood !== 'late') return say()
          late = true
          say()
          setTimeout(() => {
            late = false
            for (const go of behind.splice(0)) go()
          }, playedLatenessMs)
        },
      }
      const hearing = it.talk(noted, room)
      return {
        hear(message) {
          if (mood === 'mute') return
          if (mood === 'rubbish') return talk.send(message.length % 3 === 0 ? new Uint8Array(40) : message.length % 3 === 1 ? '{"type":' : '[1, 2]')
          const parsed = typeof message === 'string' ? parse(message) : undefined
          if (typeof message === 'string' && !parsed) return void complaints.push('a text that is no JSON')
          if (parsed) messages.push({ from: 'client', message: parsed })
          hearing.hear(message)
        },
      }
    },
  })
  return {
    ...vendor,
    key: it.key,
    complaints,
    phrases,
    messages,
    be: (next) => void (mood = next),
    refuse: (status) => void (refusal = status),
    get talks() {
      return vendor.talks
    },
    get signsOfLife() {
      return signsOfLife
    },
  }
}

function parse(text: string): object | undefined {
  try {
    const it = JSON.parse(text) as unknown
    return typeof it === 'object' && it !== null ? it : undefined
  } catch {
    return undefined
  }
}
