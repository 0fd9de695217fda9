import type { SoundFormat } from '@myna/ports/sound'
import { rateOf, sampleBytesOf } from '@myna/sound/frames'
import { muLawToPcm } from '@myna/sound/g711'
import { readPcm } from '@myna/sound/pcm'
import { wavHeader } from '@myna/sound/wav'
import { decodeRecords, formatOf, type SoundRecord } from '#streams/recording/records.ts'

/** A part of a recording: what one connection to the call recorded. Can be read more than once. */
export type Part = { blocks(): AsyncIterable<Buffer> }

/** Loudness of both voices over time, one value a bucket, 0 to 100. */
export type Peaks = { bucketMs: number; caller: number[]; agent: number[] }

/** Records come nearly in the order of their places; within this nothing is lost. */
const windowMs = 20_000
const bucketMs = 100

type Survey = {
  format: SoundFormat
  rate: number
  samples: number /** Of each part: the places the agent was cut at, and after which record. */
  cuts: { at: number; after: number }[][]
}

/**
 * Folds parts, oldest first, into one recording: 16-bit PCM, caller left, agent right. What the agent did not get to say is left out. Gives the whole WAV
 * file as a stream whose size is known, and the peaks, which are whole once the stream has been read. Undefined when nothing was recorded.
 */
export async function foldRecording(
  parts: readonly Part[],
): Promise<{ bytes: number; wav: AsyncIterable<Uint8Array>; peaks: Peaks; durationMs: number } | undefined> {
  const survey = await surveyOf(parts)
  if (!survey || survey.samples === 0) return undefined
  const { rate, samples } = survey
  const peaks: Peaks = { bucketMs, caller: [], agent: [] }
  const header = wavHeader({ encoding: 'pcm16', rate, channels: 2, dataBytes: samples * 4 })
  return { bytes: header.byteLength + samples * 4, wav: folded(parts, survey, header, peaks), peaks, durationMs: (samples * 1000) / rate }
}

/** Reads through all parts for what must be known before the first byte of the file. */
async function surveyOf(parts: readonly Part[]): Promise<Survey | undefined> {
  let format: SoundFormat | undefined
  let callerEnd = 0
  let agentEnd = 0
  const cuts: Survey['cuts'] = []
  for (const part of parts) {
    const cutsHere: { at: number; after: number }[] = []
    cuts.push(cutsHere)
    let index = 0
    let here: SoundFormat | undefined
    for await (const record of recordsOf(part)) {
      if (record.kind === 'format') here = formatOf(record)
      format ??= here
      const scale = scaleOf(record.at, here)
      if (record.kind === 'caller') callerEnd = Math.max(callerEnd, scale + samplesIn(record, here))
      if (record.kind === 'agent') agentEnd = Math.max(agentEnd, scale + samplesIn(record, here))
      if (record.kind === 'cut-agent') {
        agentEnd = Math.min(agentEnd, scale)
        cutsHere.push({ at: scale, after: index })
      }
      index++
    }
  }
  return format && { format, rate: rateOf(format), samples: Math.max(callerEnd, agentEnd), cuts }
}

async function* folded(parts: readonly Part[], { format, rate, samples, cuts }: Survey, header: Uint8Array, peaks: Peaks): AsyncGenerator<Uint8Array> {
  const size = Math.round((windowMs * rate) / 1000)
  const lanes = { caller: new Int16Array(size), agent: new Int16Array(size) }
  let from = 0
  const emit = (count: number): Uint8Array => {
    const both = Buffer.allocUnsafe(count * 4)
    for (let index = 0; index < count; index++) {
      both.writeInt16LE(lanes.caller[index]!, index * 4)
      both.writeInt16LE(lanes.agent[index]!, index * 4 + 2)
    }
    notePeaks(peaks, lanes, { from, count, rate })
    for (const lane of [lanes.caller, lanes.agent]) {
      lane.copyWithin(0, count)
      lane.fill(0, size - count)
    }
    from += count
    return both
  }
  const scratch = new Int16Array(65_536)
  yield header
  for (const [part, cutsHere] of parts.map((it, index) => [it, cuts[index]!] as const)) {
    let index = 0
    let here = format
    for await (const record of recordsOf(part)) {
      const after = index++
      if (record.kind === 'format') here = formatOf(record)
      if ((record.kind !== 'caller' && record.kind !== 'agent') || rateOf(here) !== rate) continue
      let at = scaleOf(record.at, here)
      let count = here === 'mulaw-8k' ? muLawToPcm(record.data, scratch) : readPcm(record.data, scratch)
      const limit = record.kind === 'agent' ? Math.min(samples, ...cutsHere.filter((it) => it.after > after).map((it) => it.at)) : samples
      count = Math.min(count, limit - at)
      let skip = 0
      if (at < from) {
        skip = from - at
        at = from
      }
      if (count - skip <= 0) continue
      while (at + count - skip - from > size) yield emit(Math.min(size >> 1, samples - from))
      lanes[record.kind].set(scratch.subarray(skip, count), at - from)
    }
  }
  while (from < samples) yield emit(Math.min(size >> 1, samples - from))
}

async function* recordsOf(part: Part): AsyncGenerator<SoundRecord> {
  for await (const block of part.blocks()) yield* decodeRecords(block)
}

const scaleOf = (bytes: number, format: SoundFormat | undefined) => Math.floor(bytes / sampleBytesOf(format ?? 'mulaw-8k'))
const samplesIn = (record: SoundRecord, format: SoundFormat | undefined) => scaleOf(record.data.byteLength, format)

function notePeaks(peaks: Peaks, lanes: { caller: Int16Array; agent: Int16Array }, it: { from: number; count: number; rate: number }): void {
  for (const who of ['caller', 'agent'] as const)
    for (let index = 0; index < it.count; index++) {
      const bucket = Math.floor(((it.from + index) * 1000) / it.rate / bucketMs)
      const loud = Math.min(100, Math.round((Math.abs(lanes[who][index]!) * 100) / 32_768))
      if (loud > (peaks[who][bucket] ?? -1)) peaks[who][bucket] = loud
    }
}
