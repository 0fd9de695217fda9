/** Upper bounds of the bins, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

type Bins = { labels: string; counts: Float64Array; sum: number; count: number }

/** Notes how long one request to an operation took and how it ended. */
export type NoteTime = (status: number, seconds: number) => void

/**
 * How long requests take, by operation and status: a histogram in plain arrays, since a request costs microseconds and a labelled one of a library costs as
 * much again. `text` is in the Prometheus text format.
 */
export function createRequestTimes() {
  const all: Bins[] = []
  return {
    /** The note-taker of one operation. */
    of(service: string, operation: string): NoteTime {
      const byStatus = new Map<number, Bins>()
      return (status, seconds) => {
        let bins = byStatus.get(status)
        if (!bins) {
          bins = { labels: `service="${service}",operation="${operation}",status="${status}"`, counts: new Float64Array(bounds.length), sum: 0, count: 0 }
          byStatus.set(status, bins)
          all.push(bins)
        }
        bins.count++
        bins.sum += seconds
        for (let at = bounds.length - 1; at >= 0 && seconds <= bounds[at]!; at--) bins.counts[at]!++
      }
    },
    text(): string {
      const name = 'myna_request_seconds'
      const lines = all.flatMap(({ labels, counts, sum, count }) => [
        ...bounds.map((bound, at) => `${name}_bucket{${labels},le="${bound}"} ${counts[at]}`),
        `${name}_bucket{${labels},le="+Inf"} ${count}`,
        `${name}_sum{${labels}} ${sum}`,
        `${name}_count{${labels}} ${count}`,
      ])
      return [`# HELP ${name} Time to answer an API request.`, `# TYPE ${name} histogram`, ...lines, ''].join('\n')
    },
  }
}
