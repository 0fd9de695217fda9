import type { SoundFormat } from '@myna/ports/sound'

/** What a part of a recording says, in order: which sound it holds, then pieces of either voice at their places, and what of the agent was never heard. */
export type SoundRecord = { kind: 'format' | 'caller' | 'agent' | 'cut-agent' /** In bytes of its lane. */; at: number; data: Buffer }

const kinds = ['format', 'caller', 'agent', 'cut-agent'] as const
const formats: readonly SoundFormat[] = ['pcm-16k', 'pcm-8k', 'mulaw-8k']

/** Kind, place and length. */
export const recordHeadBytes = 1 + 6 + 2

/** Writes a record of at most 65535 bytes; gives how many bytes it took. */
export function encodeRecord(to: Buffer, kind: SoundRecord['kind'], at: number, data: Uint8Array, offset: number): number {
  to.writeUInt8(kinds.indexOf(kind), offset)
  to.writeUIntLE(at, offset + 1, 6)
  to.writeUInt16LE(data.byteLength, offset + 7)
  to.set(data, offset + recordHeadBytes)
  return recordHeadBytes + data.byteLength
}

/** The records of a block. Throws when it is none of ours. */
export function* decodeRecords(block: Buffer): Generator<SoundRecord> {
  for (let offset = 0; offset < block.byteLength; ) {
    const kind = kinds[block.readUInt8(offset)]
    if (!kind) throw new Error('a recording holds an unknown record')
    const at = block.readUIntLE(offset + 1, 6)
    const length = block.readUInt16LE(offset + 7)
    yield { kind, at, data: block.subarray(offset + recordHeadBytes, offset + recordHeadBytes + length) }
    offset += recordHeadBytes + length
  }
}

/** The record that stands first. */
export function formatRecord(format: SoundFormat): Uint8Array {
  return Uint8Array.of(formats.indexOf(format))
}

/** The format it names. */
export function formatOf(record: SoundRecord): SoundFormat {
  const format = formats[record.data[0] ?? -1]
  if (record.kind !== 'format' || !format) throw new Error('a recording does not say which sound it holds')
  return format
}
