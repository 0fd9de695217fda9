import type { SocketClient } from '@myna/contracts'
import type { CallTurn, TalkDown, TalkUp as TalkUpShape } from '@myna/contracts/calls'
import type { z } from 'zod'

type TalkUp = z.input<typeof TalkUpShape>
export type How = 'process' | 'http'
type Kind = TalkDown['type']
type Message<K extends Kind> = Extract<TalkDown, { type: K }>
/** What came, when, in order; `frame` is a binary one. */
export type Came = { atMs: number; message?: TalkDown; frame?: Uint8Array }

/** The browser's end of a call: remembers all that comes and waits for what should. */
export class Talker {
  readonly came: Came[] = []
  /** Resolves when the line is closed, with the fault if there was one. */
  readonly closed: Promise<{ code?: string } | undefined>
  readonly #socket: SocketClient<TalkUp, TalkDown>
  #over = false
  #wake = () => {}

  constructor(socket: SocketClient<TalkUp, TalkDown>) {
    this.#socket = socket
    this.closed = this.#read()
  }

  async #read(): Promise<{ code?: string } | undefined> {
    try {
      for await (const it of this.#socket.messages) {
        const atMs = performance.now()
        this.came.push(it instanceof Uint8Array ? { atMs, frame: it } : { atMs, message: it })
        this.#wake()
      }
      return undefined
    } catch (error) {
      return error as { code?: string }
    } finally {
      this.#over = true
      this.#wake()
    }
  }

  send(message: TalkUp): void {
    this.#socket.send(message)
  }

  say(text: string): void {
    this.send({ type: 'text', text })
  }

  sendBytes(frame: Uint8Array): void {
    this.#socket.sendBytes(frame)
  }

  /** Breaks the line without a word. */
  break(): void {
    this.#socket.close()
  }

  async hangUp(): Promise<void> {
    this.send({ type: 'hangup' })
    await this.closed
  }

  messages<K extends Kind>(type: K): Message<K>[] {
    return this.came.flatMap(({ message }) => (message?.type === type ? [message as Message<K>] : []))
  }

  get frames(): Uint8Array[] {
    return this.came.flatMap(({ frame }) => (frame ? [frame] : []))
  }

  /** The newest version of each turn, in the order they began. */
  get turns(): CallTurn[] {
    const byId = new Map<string, CallTurn>()
    for (const { turn } of this.messages('turn')) byId.set(turn.id, turn)
    return [...byId.values()]
  }

  get state(): string | undefined {
    return this.messages('state').at(-1)?.state
  }

  /** Waits until something is so; fails with what came when the line closes first or it takes too long. */
  async until<T>(what: () => T | undefined | false, withinMs = 20_000): Promise<T> {
    const deadline = performance.now() + withinMs
    for (;;) {
      const found = what()
      if (found) return found
      if (this.#over || performance.now() > deadline) throw new Error(`it did not come; what came: ${this.#told()}`)
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        timer = setTimeout(resolve, 200)
      })
      clearTimeout(timer)
    }
  }

  /** Waits for the n-th whole agent turn and the end of its sound. */
  async heardOut(turns: number): Promise<CallTurn> {
    return this.until(() => {
      const turn = this.turns.filter((it) => it.speaker === 'agent')[turns - 1]
      return turn && this.state === 'listening' && this.messages('audio_end').some((it) => it.turnId === turn.id) && turn
    })
  }

  /** Waits until the agent is in the middle of a reply's sound: this many frames of the last reply have come. */
  async midSpeech(frames = 20): Promise<Message<'audio_start'>> {
    return this.until(() => {
      const at = this.came.findLastIndex((it) => it.message?.type === 'audio_start')
      const start = this.came[at]?.message as Message<'audio_start'> | undefined
      const end = this.messages('audio_end').some((it) => it.turnId === start?.turnId)
      return start && !end && this.came.slice(at).filter((it) => it.frame).length >= frames && start
    })
  }

  #told(): string {
    return JSON.stringify(this.came.filter((it) => it.message).map((it) => it.message)).slice(-3000)
  }
}
