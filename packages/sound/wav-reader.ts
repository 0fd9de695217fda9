/** How the samples of a recording lie: whole numbers of 8 bits (unsigned), 16, 24 or 32 bits, floats, or codes of G.711; channels take turns. Little-endian. */
export type SoundShape = { rate: number; channels: number; encoding: 'pcm8' | 'pcm16' | 'pcm24' | 'pcm32' | 'float32' | 'mulaw' | 'alaw' }

/** Bytes that are no WAV, or one that cannot be read; the message is the rest of a sentence that begins with their sender. */
export class WavFault extends Error {
  override name = 'WavFault'
}

/** Takes the header off a WAV that comes in pieces; `shape` is known once the sound begins. */
export type WavReader = {
  readonly shape: SoundShape | undefined
  /** The sound within the next piece; empty while the header is not over, and after the end of the sound. Throws `WavFault`. */
  push(piece: Uint8Array): Uint8Array
  /** Throws `WavFault` when the sound never began. */
  end(): void
}

const mostHeaderBytes = 65_536
const nothing = new Uint8Array(0)

/**
 * Reads RIFF/WAVE ("Multimedia Programming Interface and Data Specifications 1.0", 1991; WAVE_FORMAT_EXTENSIBLE of Microsoft) as it comes. A length of sound of 0 or
 * beyond 2 GB, as those write who do not know it yet, reaches to the end of the stream.
 */
export function createWavReader(): WavReader {
  let header = nothing as Uint8Array
  let fmt: SoundShape | undefined
  let shape: SoundShape | undefined
  let at = 0
  let left = 0

  /** Reads chunks of the header until the sound begins; gives what follows its start. */
  const readHeader = (): Uint8Array => {
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
    if (at === 0) {
      const start = Buffer.from(header.subarray(0, 4)).toString('latin1')
      if (!'RIFF'.startsWith(start)) throw new WavFault('answered something that is no WAV sound')
      if (header.byteLength < 12) return nothing
      if (nameAt(header, 8) !== 'WAVE') throw new WavFault('answered something that is no WAV sound')
      at = 12
    }
    while (header.byteLength >= at + 8) {
      const [name, size] = [nameAt(header, at), view.getUint32(at + 4, true)]
      if (name === 'data') {
        if (!fmt) throw new WavFault('answered a WAV that does not say how its sound is written')
        shape = fmt
        left = size === 0 || size > 0x7fffffff ? Infinity : size
        return header.subarray(at + 8)
      }
      if (size > mostHeaderBytes) throw new WavFault('answered a WAV with a broken header')
      if (header.byteLength < at + 8 + size) break
      if (name === 'fmt ') fmt = shapeOf(new DataView(view.buffer, view.byteOffset + at + 8, size))
      at += 8 + size + (size % 2)
    }
    if (header.byteLength > mostHeaderBytes) throw new WavFault('answered a WAV with a broken header')
    return nothing
  }

  return {
    get shape() {
      return shape
    },
    push(piece) {
      let sound = piece
      if (!shape) {
        header = Buffer.concat([header, piece])
        sound = readHeader()
        if (shape) header = nothing
      }
      const taken = sound.byteLength > left ? sound.subarray(0, left) : sound
      left -= taken.byteLength
      return taken
    },
    end() {
      if (!shape) throw new WavFault('answered a WAV that ends before its sound begins')
    },
  }
}

const nameAt = (bytes: Uint8Array, at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')

/** Codes of the format: 1 whole numbers, 3 floats, 6 A-law, 7 μ-law; 0xfffe says the code in its first two bytes of the subformat. */
function shapeOf(fmt: DataView): SoundShape {
  if (fmt.byteLength < 16) throw new WavFault('answered a WAV with a broken header')
  const said = fmt.getUint16(0, true)
  const code = said === 0xfffe && fmt.byteLength >= 26 ? fmt.getUint16(24, true) : said
  const [channels, rate, bits] = [fmt.getUint16(2, true), fmt.getUint32(4, true), fmt.getUint16(14, true)]
  const encoding = ({ '1/8': 'pcm8', '1/16': 'pcm16', '1/24': 'pcm24', '1/32': 'pcm32', '3/32': 'float32', '6/8': 'alaw', '7/8': 'mulaw' } as const)[
    `${code}/${bits}` as '1/8'
  ] as SoundShape['encoding'] | undefined
  if (!encoding) throw new WavFault(`answered a WAV written in a way that is not read here (format ${code}, ${bits} bits)`)
  if (channels < 1 || channels > 8 || rate < 4_000 || rate > 192_000) throw new WavFault('answered a WAV with an impossible rate or number of channels')
  return { rate, channels, encoding }
}
