import { ApiFault } from '@myna/sdk'
import type { TalkDown, TalkUp } from '@myna/contracts/calls'
import type { SocketClient } from '@myna/contracts'
import { api } from '#api/client.ts'
import type { Spoken } from '#api/shapes.ts'
import { AgentVoice } from './agent-voice.ts'
import { openPeerLine, type PeerLine, type PeerState } from './peer-line.ts'
import { PeerPlayout } from './peer-playout.ts'
import { openPlayer, type Player } from './player.ts'
import { TalkEars } from './talk-ears.ts'
import { emptyView, type TalkView, type Way, withTurn, withWords } from './talk-view.ts'

type Socket = SocketClient<TalkUp, TalkDown>
type Options = { agentId: string; draft: boolean; language: Spoken }

/** The server keeps a broken call for a minute. */
const comeBackWithinMs = 55_000
const retryAfterMs = [300, 700, 1500, 3000, 5000]
/** The gate says that speech is over this long after its last sound. */
const gateEndsAfterMs = 500

/** One call with an agent in this browser: socket, loudspeaker, microphone and what is shown. It lives from `start` to `end`. */
export class TalkCall {
  readonly #options: Options
  readonly #watchers = new Set<() => void>()
  #view: TalkView
  #socket: Socket | undefined
  #player: Player | undefined
  #opening: Promise<void> | undefined
  /** The microphone and who recognises speech. */
  readonly ears: TalkEars
  #waitingToSend: TalkUp[] = []
  readonly #voice = new AgentVoice({
    send: (message) => this.#send(message),
    changed: () => {
      this.ears.guard(this.#voice.playing !== undefined)
      this.#set({})
    },
  })
  #askedAt: number | undefined
  #peer: PeerLine | undefined
  #iceServers: RTCIceServer[] = []
  /** How often the server has yet to say that sound goes over the socket because it was asked to. */
  #backAsked = 0
  #over = false

  constructor(options: Options) {
    this.#options = options
    this.#view = emptyView(options.language)
    this.ears = new TalkEars({
      view: this.view,
      set: (change) => this.#set(change),
      send: (message) => this.#send(message),
      sendFrame: (frame) => {
        if (!this.#socket || this.#view.line !== 'open') return false
        // The server hears the peer connection, and nothing else.
        if (this.#view.peer === 'on') return true
        this.#socket.sendBytes(frame)
        return true
      },
      onSpeech: (what) => this.#onSpeech(what),
      say: (text) => this.say(text, true),
      onMicrophone: (track) => (track ? this.#openPeer() : this.#peer?.close({ goOn: true })),
      saying: () => (this.#voice.playing ? (this.#view.turns.findLast((it) => it.speaker === 'agent')?.text ?? '') : undefined),
    })
  }

  readonly view = (): TalkView => this.#view
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }
  /** How loud the two sides are now, for bars and meter. */
  readonly loudness = (): { caller: number; agent: number } => ({
    caller: this.ears.loudness,
    agent: this.#voice.playing ? Math.max(this.#player?.loudness() ?? 0, this.#view.peer === 'on' ? (this.#peer?.loudness() ?? 0) : 0) : 0,
  })

  /** Opens the line. Call it from a gesture, so that the browser lets the agent be heard. */
  start(): void {
    if (this.#view.line !== 'idle') return
    this.#set({ line: 'connecting', state: 'connecting' })
    this.#opening = openPlayer((event) => this.#voice.onPlayout(event)).then(
      (player) => {
        if (this.#over) return void player.close()
        this.#player = player
        this.#voice.through(player)
      },
      () => this.#set({ trouble: { kind: 'silent' } }),
    )
    void this.#hold()
  }

  /** Says something; what the agent is saying stops. */
  say(text: string, spoken = false): void {
    const words = text.trim()
    if (!words) return
    this.#set({ partial: words })
    // The server must know what was heard of the old turn before the new one begins.
    void this.interrupt().then(() => this.#send({ type: 'text', text: words, spoken, ...(spoken && { language: this.#view.language }) }))
  }

  /** Stops the agent at once, if it is speaking; settled once the server has been told how much was heard. */
  interrupt(): Promise<void> {
    return this.#voice.stop('caller')
  }

  /** Whether answers are spoken as well as written. */
  mute(muted: boolean): void {
    this.#set({ muted })
    if (muted) void this.interrupt()
    this.#send({ type: 'mute', speech: !muted })
  }

  /** Which way sound is to go from the next reply on; a peer connection that does not come about, or is lost, leaves it on the socket. */
  go(way: Way): void {
    this.#set({ way })
    if (way === 'peer') this.#openPeer()
    else this.#peer?.close({ goOn: true })
  }

  /** Presses a key of the telephone. */
  press(key: string): void {
    this.#send({ type: 'key', key })
  }

  /** Hangs up. */
  end(): void {
    if (this.#over) return
    this.#over = true
    try {
      this.#socket?.send({ type: 'hangup' })
    } catch {
      // The line is broken already.
    }
    this.#close()
    if (this.#view.line !== 'idle') this.#set({ line: 'ended', state: 'ended', partial: '' })
  }

  #close(): void {
    this.#peer?.close({ goOn: false })
    this.ears.close()
    this.#socket?.close()
    void this.#opening?.then(() => this.#player?.close())
  }

  /** Keeps the line: connects, hears to the end, and comes back to the same call when it breaks. */
  async #hold(): Promise<void> {
    let brokenAt: number | undefined
    let tries = 0
    while (!this.#over) {
      try {
        await this.#opening
        const callId = this.#view.call?.id
        this.#socket = await api.calls.talk({ agentId: this.#options.agentId, draft: this.#options.draft, ...(callId && { callId }) })
        for await (const message of this.#socket.messages) {
          if (this.#over) return
          brokenAt = undefined
          tries = 0
          if (!(message instanceof Uint8Array)) this.#onMessage(message)
          else if (!this.#view.muted) this.#voice.sound(message)
        }
        if (this.#over) return
        if (this.#view.state === 'ended') return this.#finish('ended')
      } catch (fault) {
        if (this.#over) return
        const refused = fault instanceof ApiFault && fault.code !== 'server.unavailable' && fault.code !== 'server.draining'
        if (refused) {
          this.#set({ trouble: { kind: 'server', sentence: fault.message, traceId: fault.traceId } })
          return this.#finish(this.#view.call ? 'lost' : 'ended')
        }
      }
      this.#socket = undefined
      this.#peer?.close({ goOn: false })
      this.#backAsked = 0
      void this.interrupt()
      brokenAt ??= performance.now()
      if (performance.now() - brokenAt > comeBackWithinMs) return this.#finish('lost')
      this.#set({ line: this.#view.call ? 'broken' : 'connecting', state: 'connecting' })
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs[Math.min(tries++, retryAfterMs.length - 1)]))
    }
  }

  #finish(line: 'ended' | 'lost'): void {
    this.#over = true
    this.#close()
    this.#set({ line, state: 'ended', partial: '' })
  }

  #onMessage(message: TalkDown): void {
    switch (message.type) {
      case 'ready':
        return this.#onReady(message)
      case 'agent':
        return this.#set({ other: { id: message.agentId, name: message.name } })
      case 'state':
        if (message.state === 'thinking') this.#askedAt ??= performance.now()
        return this.#set({ state: message.state })
      case 'partial':
        return this.#set({ partial: message.text })
      case 'words':
        return this.#set({ turns: withWords(this.#view.turns, { id: message.turnId, text: message.text, waitedMs: this.#waited(), by: this.#view.other }) })
      case 'turn': {
        const waited = message.turn.speaker === 'agent' ? this.#waited() : undefined
        return this.#set({
          turns: withTurn(this.#view.turns, { turn: message.turn, waitedMs: waited, by: this.#view.other }),
          ...(message.turn.speaker === 'caller' && { partial: '' }),
        })
      }
      case 'audio_start':
        return this.#voice.begin(message.turnId)
      case 'audio_end':
        return this.#voice.end(message.turnId, message.durationMs)
      case 'audio_stop':
        return void this.#voice.stop('server')
      case 'peer':
        // What answers a wish of ours says nothing of a connection offered since.
        if (message.sdp === null && this.#backAsked > 0) return void this.#backAsked--
        return this.#peer?.answer(message.sdp)
      case 'trouble':
        return this.#set({ trouble: { kind: 'server', sentence: message.sentence } })
    }
  }

  #onReady({ call, canHear, canSpeak, iceServers }: Extract<TalkDown, { type: 'ready' }>): void {
    this.#iceServers = iceServers
    this.#set({ line: 'open', state: 'listening', call, canHear, canSpeak, ...(this.#view.trouble?.kind === 'server' && { trouble: undefined }) })
    if (this.#view.muted) this.#send({ type: 'mute', speech: false })
    this.ears.lineOpened()
    this.#openPeer()
    const waiting = this.#waitingToSend
    this.#waitingToSend = []
    for (const it of waiting) this.#send(it)
  }

  /** Offers a peer connection, where one is wished and there is a microphone for it. */
  #openPeer(): void {
    const { track } = this.ears
    const { way, line, peer } = this.#view
    if (way === 'peer' && typeof RTCPeerConnection === 'undefined') return this.#set({ peer: 'failed' })
    if (way !== 'peer' || line !== 'open' || !track || peer === 'connecting' || peer === 'on') return
    const opened: PeerLine = openPeerLine({
      track,
      iceServers: this.#iceServers,
      send: (message) => this.#send(message),
      changed: (state) => this.#onPeer(opened, state),
    })
    this.#peer = opened
    this.#set({ peer: 'connecting' })
  }

  #onPeer(peer: PeerLine, state: PeerState): void {
    if (peer !== this.#peer) return
    this.#voice.throughPeer(state === 'on' ? new PeerPlayout(peer, (event) => this.#voice.onPlayout(event)) : undefined)
    this.#set({ peer: state })
  }

  #onSpeech(what: 'start' | 'end'): void {
    // While the server listens it decides what an interruption is: it may go on after a cough.
    if (what === 'start' && this.#view.listenBy !== 'server') void this.interrupt()
    this.#askedAt = what === 'end' ? performance.now() - gateEndsAfterMs : undefined
  }

  /** How long the caller has waited for what begins now; asked once a turn. */
  #waited(): number | undefined {
    // A greeting answers nobody, even if a question was typed before the line was open.
    if (this.#askedAt === undefined || this.#view.turns.at(-1)?.speaker !== 'caller') return undefined
    const waited = performance.now() - this.#askedAt
    this.#askedAt = undefined
    return waited
  }

  #send(message: TalkUp): void {
    if (this.#over) return
    if (this.#socket && this.#view.line === 'open') {
      if (message.type === 'text') this.#askedAt = performance.now()
      if (message.type === 'peer' && message.sdp === null) this.#backAsked++
      this.#socket.send(message)
    } else if (message.type === 'text') this.#waitingToSend.push(message)
  }

  #set(change: Partial<TalkView>): void {
    const next = { ...this.#view, ...change }
    // What is heard decides, not what has been sent.
    if (next.line === 'open' && this.#voice.playing) next.state = 'speaking'
    else if (next.line === 'open' && next.state === 'speaking' && !this.#voice.active && !('state' in change)) next.state = 'listening'
    this.#view = next
    for (const watcher of this.#watchers) watcher()
  }
}
