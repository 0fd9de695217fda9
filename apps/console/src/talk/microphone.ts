import type { Captured } from './capture.worklet.ts'
// oxlint-disable-next-line import/default -- Vite answers this import with the address of the bundled worklet.
import captureUrl from './capture.worklet.ts?worker&url'

/** Why there is no microphone: each has its own way out. */
export type MicrophoneTrouble = 'denied' | 'missing' | 'busy' | 'insecure' | 'lost' | 'unsupported'

export class MicrophoneFault extends Error {
  readonly trouble: MicrophoneTrouble
  constructor(trouble: MicrophoneTrouble, options?: ErrorOptions) {
    super(`microphone: ${trouble}`, options)
    this.trouble = trouble
  }
}

export type Microphone = {
  /** Loudness of the last 20 ms, 0 to 1. */
  loudness: () => number
  /** While the agent speaks, its own voice must not count as the caller's. */
  guard: (on: boolean) => void
  /** What it hears, as the browser has it. */
  track: MediaStreamTrack | undefined
  close: () => void
}

type Listeners = { onFrame: (frame: Uint8Array) => void; onSpeech: (what: 'start' | 'end') => void; onLost: () => void }

/** Asks for the microphone and opens it; throws `MicrophoneFault`. */
export async function openMicrophone({ onFrame, onSpeech, onLost }: Listeners): Promise<Microphone> {
  if (!isSecureContext) throw new MicrophoneFault('insecure')
  if (!navigator.mediaDevices?.getUserMedia) throw new MicrophoneFault('unsupported')
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } })
    .catch((error: unknown) => {
      throw new MicrophoneFault(troubleOf(error), { cause: error })
    })
  const { context, source } = await contextFor(stream)
  await context.audioWorklet.addModule(captureUrl)
  const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' })
  source.connect(node)
  void context.resume()
  let loudness = 0
  let closed = false
  node.port.onmessage = ({ data }: MessageEvent<Captured>) => {
    loudness = data.loudness
    onFrame(new Uint8Array(data.frame))
    if (data.speech) onSpeech(data.speech)
  }
  const [track] = stream.getAudioTracks()
  track?.addEventListener('ended', onLost)
  return {
    loudness: () => loudness,
    guard: (on) => node.port.postMessage(on),
    track,
    close() {
      if (closed) return
      closed = true
      track?.removeEventListener('ended', onLost)
      for (const it of stream.getTracks()) it.stop()
      node.port.onmessage = null
      void context.close()
    },
  }
}

/** A context at 16 kHz where the browser resamples a microphone by itself, else one at the device's rate; the worklet does the rest. */
async function contextFor(stream: MediaStream): Promise<{ context: AudioContext; source: MediaStreamAudioSourceNode }> {
  const wanted = new AudioContext({ sampleRate: 16000, latencyHint: 'interactive' })
  try {
    return { context: wanted, source: wanted.createMediaStreamSource(stream) }
  } catch {
    await wanted.close()
    const context = new AudioContext({ latencyHint: 'interactive' })
    return { context, source: context.createMediaStreamSource(stream) }
  }
}

function troubleOf(error: unknown): MicrophoneTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'unsupported'
}
