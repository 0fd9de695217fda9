import type { MicrophoneTrouble } from './microphone.ts'
import type { PeerState } from './peer-line.ts'
import type { Call, CallTurn, Spoken } from '#api/shapes.ts'

/** What keeps voice or the call from going on; `server` carries the server's own sentence. */
export type TalkTrouble = { kind: MicrophoneTrouble | 'recogniser' | 'silent' } | { kind: 'server'; sentence: string; traceId?: string | undefined }

/** An utterance on the screen: `whole` once the server has kept it. `waitedMs`: from the question to the first words or sound. */
export type ShownTurn = Pick<CallTurn, 'id' | 'speaker' | 'text' | 'sources' | 'refused' | 'interrupted' | 'latency' | 'language' | 'move'> & {
  whole: boolean
  waitedMs?: number
  /** Who says it, when another agent has taken over the call. */
  by?: OtherAgent
}

/** The agent that goes on with a call another one began. */
export type OtherAgent = { id: string; name: string }

export type ListenBy = 'server' | 'browser' | 'none'

/** The way of sound: the call's own socket, or a WebRTC connection beside it. */
export type Way = 'socket' | 'peer'

/** All that the Talk panel shows, as one value that never changes. */
export type TalkView = {
  line: 'idle' | 'connecting' | 'open' | 'broken' | 'ended' | 'lost'
  state: 'connecting' | 'listening' | 'thinking' | 'speaking' | 'ended'
  call: Call | undefined
  /** Who goes on with the call, once it has been handed over. */
  other: OtherAgent | undefined
  canHear: readonly Spoken[]
  canSpeak: readonly Spoken[]
  turns: readonly ShownTurn[]
  /** Words of the caller before their turn is kept. */
  partial: string
  microphone: 'off' | 'asking' | 'on'
  listenBy: ListenBy
  language: Spoken
  muted: boolean
  /** Which way sound is to go, and how it goes with the peer connection. */
  way: Way
  peer: PeerState
  trouble: TalkTrouble | undefined
}

/** The view before anything happened. */
export function emptyView(language: Spoken): TalkView {
  return {
    line: 'idle',
    state: 'connecting',
    call: undefined,
    other: undefined,
    canHear: [],
    canSpeak: [],
    turns: [],
    partial: '',
    microphone: 'off',
    listenBy: 'none',
    language,
    muted: false,
    way: 'socket',
    peer: 'off',
    trouble: undefined,
  }
}

/** Words of the agent as they come: appended to its turn, which is made when it is new. */
export function withWords(
  turns: readonly ShownTurn[],
  { id, text, waitedMs, by }: { id: string; text: string; waitedMs: number | undefined; by: OtherAgent | undefined },
): readonly ShownTurn[] {
  const known = turns.find((it) => it.id === id)
  if (known) return turns.map((it) => (it === known && !it.whole ? { ...it, text: joinWords(it.text, text) } : it))
  return [
    ...turns,
    {
      id,
      speaker: 'agent',
      text,
      sources: [],
      refused: false,
      interrupted: false,
      latency: null,
      language: null,
      move: null,
      whole: false,
      ...(by && { by }),
      ...(waitedMs !== undefined && { waitedMs }),
    },
  ]
}

/** A turn the server has kept, in the place of what was shown of it. */
export function withTurn(
  turns: readonly ShownTurn[],
  { turn, waitedMs, by }: { turn: CallTurn; waitedMs: number | undefined; by: OtherAgent | undefined },
): readonly ShownTurn[] {
  const known = turns.find((it) => it.id === turn.id)
  const waited = known?.waitedMs ?? waitedMs
  // The turn in which a call is handed over is still the first agent's.
  const speaker = known ? known.by : by
  const shown: ShownTurn = {
    ...turn,
    whole: true,
    ...(speaker && turn.speaker === 'agent' && { by: speaker }),
    ...(waited !== undefined && turn.speaker === 'agent' && { waitedMs: waited }),
  }
  return known ? turns.map((it) => (it === known ? shown : it)) : [...turns, shown]
}

function joinWords(before: string, more: string): string {
  return before && more && !/\s$/.test(before) && !/^\s/.test(more) ? `${before} ${more}` : before + more
}
