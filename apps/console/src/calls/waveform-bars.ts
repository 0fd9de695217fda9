/** What the server measured of a recording: the peak of each voice in every `bucketMs`, 0 to 100. */
export type Peaks = { bucketMs: number; caller: readonly number[]; agent: readonly number[] }

/** How long the recording of these peaks is. */
export const lengthOf = ({ bucketMs, caller, agent }: Peaks): number => bucketMs * Math.max(caller.length, agent.length)

/** The loudest of each of `count` equal parts, 0 to 1; where there are fewer peaks than parts, neighbours share one. */
export function barsOf(peaks: readonly number[], count: number): Float32Array {
  const bars = new Float32Array(count)
  for (let part = 0; part < count; part++) {
    const from = Math.floor((part * peaks.length) / count)
    const to = Math.max(from + 1, Math.floor(((part + 1) * peaks.length) / count))
    for (let i = from; i < to && i < peaks.length; i++) bars[part] = Math.max(bars[part]!, Math.min(100, peaks[i]!) / 100)
  }
  return bars
}
