/** Upper bounds of the bins in milliseconds, a quarter of a decade or less apart; what is longer falls into one bin more. */
export const binBounds: readonly number[] = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 30_000,
]
const binCount = binBounds.length + 1

/** Bins that hold nothing. */
export function emptyBins(): number[] {
  return Array.from({ length: binCount }, () => 0)
}

/** The bin a duration falls into. */
export function binOf(ms: number): number {
  let [low, high] = [0, binBounds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ms <= binBounds[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

/** Adds up bins in place of the first. */
export function addBins(to: number[], bins: readonly number[]): void {
  for (let at = 0; at < binCount; at++) to[at] = (to[at] ?? 0) + (bins[at] ?? 0)
}

/**
 * The duration below which a share of all lies, straight between the bounds of its bin, so that it is never off by more than the bin is wide; null when there
 * is none. Of the last bin only its lower bound is known.
 */
export function quantileOf(bins: readonly number[], share: number): number | null {
  const total = bins.reduce((sum, it) => sum + it, 0)
  if (total === 0) return null
  const wanted = share * total
  let seen = 0
  for (let at = 0; at < binCount; at++) {
    const count = bins[at] ?? 0
    if (count > 0 && seen + count >= wanted) {
      const from = binBounds[at - 1] ?? 0
      const to = binBounds[at] ?? from
      return Math.round((from + (to - from) * ((wanted - seen) / count)) * 10) / 10
    }
    seen += count
  }
  return binBounds.at(-1)!
}
