/** What is written of the sound in a WAV file: 16-bit little-endian PCM or G.711 codes; samples of several channels take turns. */
export type WavSound = { encoding: 'pcm16' | 'mulaw'; rate: number; channels: number; dataBytes: number }

/** What a header says: where its sound begins and how long it is; Infinity for up to the end, as a file says that is written while its end is unknown. */
export type WavHeader = Omit<WavSound, 'encoding'> & { encoding: 'pcm16' | 'mulaw' | 'alaw'; dataAt: number }

const codes = { pcm16: 1, alaw: 6, mulaw: 7 } as const
const extensible = 0xfffe
/** The longest sound that 32 bits can say; a longer one is said to be of unknown length. */
const mostDataBytes = 0xffff_ffff - 64

/**
 * The header of a RIFF WAVE file (Multimedia Programming Interface and Data Specifications 1.0, 1991): 44 bytes for PCM; 58 for μ-law, which also says how many
 * samples there are. `dataBytes` may be Infinity while the end is unknown. An odd number of bytes wants one 0 after it.
 */
export function wavHeader(it: WavSound): Uint8Array {
  const isPcm = it.encoding === 'pcm16'
  const sampleBytes = isPcm ? 2 : 1
  const header = new Uint8Array(isPcm ? 44 : 58)
  const view = new DataView(header.buffer)
  const isKnown = it.dataBytes <= mostDataBytes
  const dataBytes = isKnown ? Math.max(0, it.dataBytes) : 0xffff_ffff
  const text = (at: number, name: string) => {
    for (let index = 0; index < name.length; index++) header[at + index] = name.charCodeAt(index)
  }
  text(0, 'RIFF')
  view.setUint32(4, isKnown ? header.length - 8 + dataBytes + (dataBytes % 2) : 0xffff_ffff, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, isPcm ? 16 : 18, true)
  view.setUint16(20, codes[it.encoding], true)
  view.setUint16(22, it.channels, true)
  view.setUint32(24, it.rate, true)
  view.setUint32(28, it.rate * it.channels * sampleBytes, true)
  view.setUint16(32, it.channels * sampleBytes, true)
  view.setUint16(34, sampleBytes * 8, true)
  if (!isPcm) {
    text(38, 'fact')
    view.setUint32(42, 4, true)
    view.setUint32(46, isKnown ? Math.floor(dataBytes / it.channels) : 0xffff_ffff, true)
  }
  text(header.length - 8, 'data')
  view.setUint32(header.length - 4, dataBytes, true)
  return header
}

/**
 * Reads the header of a WAV file from its first bytes: `unfinished` while there are too few of them, `unreadable` for what is no WAV or none in an encoding above. A
 * stream of any encoding is read by `wav-reader.ts`.
 */
export function readWavHeader(bytes: Uint8Array): WavHeader | 'unfinished' | 'unreadable' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isNamed = (at: number, name: string) => {
    for (let index = 0; index < name.length && at + index < bytes.length; index++) if (bytes[at + index] !== name.charCodeAt(index)) return false
    return true
  }
  if (!isNamed(0, 'RIFF') || !isNamed(8, 'WAVE')) return 'unreadable'
  let format: Omit<WavHeader, 'dataAt' | 'dataBytes'> | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    if (isNamed(at, 'data')) {
      if (!format) return 'unreadable'
      return { ...format, dataAt: at + 8, dataBytes: size === 0 || size > mostDataBytes ? Number.POSITIVE_INFINITY : size }
    }
    if (isNamed(at, 'fmt ')) {
      if (size < 16) return 'unreadable'
      if (at + 8 + Math.min(size, 26) > bytes.length) return 'unfinished'
      const said = view.getUint16(at + 8, true)
      const code = said === extensible && size >= 26 ? view.getUint16(at + 32, true) : said
      const encoding = code === codes.pcm16 ? 'pcm16' : code === codes.mulaw ? 'mulaw' : code === codes.alaw ? 'alaw' : undefined
      const [channels, rate, bits] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint16(at + 22, true)]
      if (!encoding || channels === 0 || rate === 0 || bits !== (encoding === 'pcm16' ? 16 : 8)) return 'unreadable'
      format = { encoding, rate, channels }
    }
    at += 8 + size + (size % 2)
  }
  return 'unfinished'
}
