/** Upper bounds of the bins, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

type Bins = { labels: string; counts: Float64Array; sum: number; count: number }

/** Durations with one set of labels. */
export type TimesOf = (seconds: number) => void

/**
 * How long things take: a histogram in plain arrays, since a request costs microseconds and a labelled one of a library costs as much again. `text` is in the
 * Prometheus text format. Values of labels come from the program, never from outside.
 */
export function createTimes(name: string, help: string) {
  const all: Bins[] = []
  return {
    /** Opens a set of labels, which stands in `text` from now on; to be kept by who notes. */
    open(labels: Readonly<Record<string, string>>): TimesOf {
      const text = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`)
      const bins: Bins = { labels: text.join(','), counts: new Float64Array(bounds.length), sum: 0, count: 0 }
      all.push(bins)
      return (seconds) => {
        bins.count++
        bins.sum += seconds
        for (let at = bounds.length - 1; at >= 0 && seconds <= bounds[at]!; at--) bins.counts[at]!++
      }
    },
    text(): string {
      const lines = all.flatMap(({ labels, counts, sum, count }) => [
        ...bounds.map((bound, at) => `${name}_bucket{${labels},le="${bound}"} ${counts[at]}`),
        `${name}_bucket{${labels},le="+Inf"} ${count}`,
        `${name}_sum{${labels}} ${sum}`,
        `${name}_count{${labels}} ${count}`,
      ])
      return [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...lines, ''].join('\n')
    },
  }
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
