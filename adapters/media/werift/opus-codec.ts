import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The rate of the sound on this side. Opus reads and writes it whatever the other side uses; only the clock of RTP is 48 kHz always (RFC 7587). */
export const sampleRate = 16_000
/** Samples of 20 ms. */
export const frameSamples = 320
/** A packet holds 120 ms at most (RFC 6716, 3.2.5). */
const mostSamples = 1_920
/** A packet of one frame is 1,275 bytes at most (RFC 6716, 3.4); what a network carries at once is a little more. */
export const mostPacketBytes = 1_500
/** Application and settings of opus_defines.h. */
const voip = 2_048
const settings = { bitrate: 4_002, complexity: 4_010, inbandFec: 4_012, packetLoss: 4_014, signal: 4_024 }
const voice = 3_001

/** What the compiled library exports: functions of opus.h, pointers as numbers. */
type Library = {
  memory: { readonly buffer: ArrayBuffer }
  malloc(bytes: number): number
  free(pointer: number): void
  _initialize(): void
  opus_decoder_get_size(channels: number): number
  opus_decoder_init(decoder: number, rate: number, channels: number): number
  opus_decode(decoder: number, data: number, bytes: number, pcm: number, samples: number, fec: number): number
  opus_encoder_get_size(channels: number): number
  opus_encoder_init(encoder: number, rate: number, channels: number, application: number): number
  opus_encoder_ctl_set(encoder: number, request: number, value: number): number
  opus_encode(encoder: number, pcm: number, samples: number, data: number, bytes: number): number
}

export type OpusEncoder = {
  /** A packet of 20 ms, a view valid until the next call. Silence is left to whoever sends: the codec's own rule takes a steady tone for silence. */
  encode(frame: Int16Array): Uint8Array
  close(): void
}

export type OpusDecoder = {
  /** The sound of a packet, a view valid until the next call; undefined when it is no packet of Opus. */
  decode(packet: Uint8Array): Int16Array | undefined
  /** The 20 ms before a packet as far as the packet repeats them; else they are made up. */
  recover(packet: Uint8Array): Int16Array
  /** 20 ms made up from what was before: it goes on and dies away. */
  conceal(): Int16Array
  close(): void
}

export type Opus = { createEncoder(): OpusEncoder; createDecoder(): OpusDecoder }

/** What Node.js gives and its types leave out. */
const webAssembly = (
  globalThis as unknown as { WebAssembly: { instantiate(binary: Uint8Array, imports: object): Promise<{ instance: { exports: unknown } }> } }
).WebAssembly

/**
 * Loads libopus as WebAssembly, so that a hostile packet reaches no memory but the codec's own. The package's own binding cannot conceal what is lost, so its exported functions are
 * called here.
 */
export async function loadOpus(): Promise<Opus> {
  const require = createRequire(import.meta.url)
  const binary = await readFile(require.resolve('@evan/opus/wasm/simd.wasm'))
  const nothing = () => 0
  const { instance } = await webAssembly.instantiate(binary, {
    wasi_snapshot_preview1: { fd_seek: nothing, fd_write: nothing, fd_close: nothing, proc_exit: nothing },
    env: { emscripten_notify_memory_growth: nothing },
  })
  const library = instance.exports as Library
  library._initialize()

  const ok = (code: number): number => {
    if (code < 0) throw new Error(`Opus refuses: ${code}`)
    return code
  }
  // Memory grows and its buffer is then another, so views are made anew.
  const samplesAt = (pointer: number, count: number) => new Int16Array(library.memory.buffer, pointer, count)
  const bytesAt = (pointer: number, count: number) => new Uint8Array(library.memory.buffer, pointer, count)
  /** The codec's state and its two buffers in one piece of memory. */
  const allocate = (stateBytes: number, init: (state: number) => number) => {
    const stateSize = (stateBytes + 15) & ~15
    const state = library.malloc(stateSize + mostSamples * 2 + mostPacketBytes)
    if (state === 0) throw new Error('Opus has no memory left')
    let isOpen = true
    const close = () => {
      if (isOpen) library.free(state)
      isOpen = false
    }
    try {
      ok(init(state))
    } catch (error) {
      close()
      throw error
    }
    return { state, pcm: state + stateSize, data: state + stateSize + mostSamples * 2, close }
  }

  return {
    createEncoder() {
      const { state, pcm, data, close } = allocate(library.opus_encoder_get_size(1), (it) => library.opus_encoder_init(it, sampleRate, 1, voip))
      const set = (request: number, value: number) => ok(library.opus_encoder_ctl_set(state, request, value))
      set(settings.bitrate, 32_000)
      set(settings.complexity, 2)
      set(settings.signal, voice)
      // Each packet repeats the one before it as coarsely as this much loss is worth.
      set(settings.inbandFec, 1)
      set(settings.packetLoss, 10)
      return {
        encode(frame) {
          samplesAt(pcm, frameSamples).set(frame)
          return bytesAt(data, ok(library.opus_encode(state, pcm, frameSamples, data, mostPacketBytes)))
        },
        close,
      }
    },
    createDecoder() {
      const { state, pcm, data, close } = allocate(library.opus_decoder_get_size(1), (it) => library.opus_decoder_init(it, sampleRate, 1))
      const madeUp = () => samplesAt(pcm, ok(library.opus_decode(state, 0, 0, pcm, frameSamples, 0)))
      return {
        decode(packet) {
          if (packet.length === 0 || packet.length > mostPacketBytes) return undefined
          bytesAt(data, packet.length).set(packet)
          const count = library.opus_decode(state, data, packet.length, pcm, mostSamples, 0)
          return count > 0 ? samplesAt(pcm, count) : undefined
        },
        recover(packet) {
          if (packet.length === 0 || packet.length > mostPacketBytes) return madeUp()
          bytesAt(data, packet.length).set(packet)
          const count = library.opus_decode(state, data, packet.length, pcm, frameSamples, 1)
          return count > 0 ? samplesAt(pcm, count) : madeUp()
        },
        conceal: madeUp,
        close,
      }
    },
  }
}
