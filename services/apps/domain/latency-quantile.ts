import { latencyEdgesMs } from '@myna/contracts/apps-shapes'

/**
 * A quantile of latencies counted in buckets, in ms, with values spread evenly within their bucket; null when nothing was counted. What lies beyond the last
 * edge counts as that edge.
 */
export function latencyQuantile(counts: readonly number[], quantile: number): number | null {
  const total = counts.reduce((sum, it) => sum + it, 0)
  if (total === 0) return null
  const wanted = quantile * total
  let before = 0
  for (const [index, count] of counts.entries()) {
    if (count > 0 && before + count >= wanted) {
      const [low, high] = [latencyEdgesMs[index - 1] ?? 0, latencyEdgesMs[index]]
      if (high === undefined) return low
      return Math.round(low + ((high - low) * (wanted - before)) / count)
    }
    before += count
  }
  return latencyEdgesMs.at(-1)!
}
