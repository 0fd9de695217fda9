import type { PlayoutEvent } from './playout.ts'
import type { PlayerNews, PlayerOrder } from './player.worklet.ts'
// oxlint-disable-next-line import/default -- Vite answers this import with the address of the bundled worklet.
import playerUrl from './player.worklet.ts?worker&url'

/** The loudspeaker: 16 kHz mono PCM in, sound out. */
export type Player = {
  /** Loudness of what is heard now, 0 to 1. */
  loudness: () => number
  push: (id: string, frame: Uint8Array) => void
  end: (id: string) => void
  /** Stops at once; the event `cut` says how much was heard. */
  cut: () => void
  /** May be called again; a browser throws when a context is closed twice. */
  close: () => Promise<void>
}

/** Opens the loudspeaker. Must follow a gesture of the person, or the browser keeps it silent. */
export async function openPlayer(onEvent: (event: PlayoutEvent) => void): Promise<Player> {
  const context = new AudioContext({ sampleRate: 16000, latencyHint: 'interactive' })
  await context.audioWorklet.addModule(playerUrl).catch(async (error: unknown) => {
    await context.close()
    throw error
  })
  const node = new AudioWorkletNode(context, 'player', { numberOfInputs: 0, outputChannelCount: [1] })
  node.connect(context.destination)
  void context.resume()
  let loudness = 0
  let odd: Uint8Array | undefined
  let closed: Promise<void> | undefined
  node.port.onmessage = ({ data }: MessageEvent<PlayerNews>) => {
    if (data.type === 'loudness') loudness = data.loudness
    else onEvent(data)
  }
  const order = (it: PlayerOrder, transfer: Transferable[] = []) => node.port.postMessage(it, transfer)
  return {
    loudness: () => loudness,
    push(id, frame) {
      const bytes = odd ? joined(odd, frame) : frame
      const even = bytes.length - (bytes.length % 2)
      odd = even < bytes.length ? bytes.slice(even) : undefined
      const pcm = bytes.slice(0, even).buffer
      if (even > 0) order({ id, pcm }, [pcm])
    },
    end(id) {
      odd = undefined
      order({ id, end: true })
    },
    cut() {
      odd = undefined
      order({ cut: true })
    },
    close() {
      node.port.onmessage = null
      return (closed ??= context.close())
    },
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
