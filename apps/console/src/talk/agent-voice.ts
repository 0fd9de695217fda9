import type { TalkUp } from '@myna/contracts/calls'
import type { PeerPlayout } from './peer-playout.ts'
import type { Player } from './player.ts'
import type { PlayoutEvent } from './playout.ts'

type Sink = Pick<Player, 'push' | 'end' | 'cut'>
type PeerSink = Pick<PeerPlayout, 'begin' | 'end' | 'cut' | 'leave'>
type Around = { send: (message: TalkUp) => void; changed: () => void }

const cutTakesAtMostMs = 150

/**
 * The agent's voice at this end: whose sound is taken, what is heard of it, and what the server is told about that. The server may pause a turn
 * (`audio_stop`) and go on with it (`audio_start` with the same id); what is heard then counts from the latest start.
 */
export class AgentVoice {
  readonly #around: Around
  #sink: Sink | undefined
  #peer: PeerSink | undefined
  /** Whether the sound of the turn that is taken came over the socket, and what was heard of it before over the peer connection. */
  #overSocket = false
  #heardBeforeMs = 0
  #playing: string | undefined
  /** The turn whose sound is taken; what comes late for a cut turn is thrown away. */
  #taking: string | undefined
  #cutBy: 'caller' | 'server' = 'caller'
  #onCut: (() => void) | undefined

  constructor(around: Around) {
    this.#around = around
  }

  /** The turn that is heard now. */
  get playing(): string | undefined {
    return this.#playing
  }

  /** Whether sound is heard or expected. */
  get active(): boolean {
    return this.#playing !== undefined || this.#taking !== undefined
  }

  /** Gives it the loudspeaker; without one turns are taken for heard as they end. */
  through(sink: Sink): void {
    this.#sink = sink
  }

  /** A peer connection carries the sound of turns from the next on, or no longer; what still comes over the socket is heard all the same. */
  throughPeer(peer: PeerSink | undefined): void {
    if (!peer) this.#leavePeer()
    this.#peer = peer
  }

  /** The server begins a turn, or goes on with one that it paused. */
  begin(turnId: string): void {
    this.#taking = turnId
    this.#overSocket = this.#peer === undefined
    this.#heardBeforeMs = 0
    this.#peer?.begin(turnId)
  }

  /** Sound of the turn that was begun last. */
  sound(frame: Uint8Array): void {
    if (!this.#taking) return
    this.#leavePeer()
    this.#sink?.push(this.#taking, frame)
  }

  /** A turn is whole. */
  end(turnId: string, durationMs: number): void {
    if (this.#taking !== turnId) return
    if (this.#peer && !this.#overSocket) return this.#peer.end(turnId, durationMs)
    if (this.#sink) return this.#sink.end(turnId)
    this.#taking = undefined
    this.#around.send({ type: 'played', turnId })
  }

  /** Falls silent at once, because the caller or the server wants it; settled once the server has been told how much was heard. */
  async stop(by: 'caller' | 'server'): Promise<void> {
    const turnId = this.#taking
    if (!this.active) return
    this.#taking = undefined
    this.#cutBy = by
    const wasPlaying = this.#playing !== undefined
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#onCut = resolve
    this.#peer?.cut()
    this.#sink?.cut()
    if (!wasPlaying) return this.#around.send({ type: 'interrupt', playedMs: 0, ...(turnId && { turnId }) })
    await Promise.race([promise, new Promise((later) => setTimeout(later, cutTakesAtMostMs))])
  }

  /** The rest of the turn comes over the socket. */
  #leavePeer(): void {
    if (this.#overSocket) return
    this.#overSocket = true
    this.#heardBeforeMs = this.#peer?.leave() ?? 0
  }

  /** What the loudspeaker says. */
  onPlayout({ type, id, playedMs: sinceMs }: PlayoutEvent): void {
    const playedMs = sinceMs + (this.#overSocket ? this.#heardBeforeMs : 0)
    if (type === 'started') {
      this.#playing = id
      return this.#around.changed()
    }
    this.#playing = undefined
    // A turn that the server paused goes on already: it knows where it stopped, and a report would stop it for good.
    const goesOn = type === 'cut' && this.#cutBy === 'server' && this.#taking === id
    if (!goesOn) {
      if (this.#taking === id) this.#taking = undefined
      this.#around.send(type === 'done' ? { type: 'played', turnId: id } : { type: 'interrupt', turnId: id, playedMs })
    }
    this.#onCut?.()
    this.#around.changed()
  }
}
