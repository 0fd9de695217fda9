/** What a figure promises: of the value itself, or of its ratio to the peer. */
export type Goal = { of: 'value' | 'ratio'; atLeast: number } | { of: 'value' | 'ratio'; atMost: number }

/** One measured figure as printed and saved. */
export type Figure = {
  name: string
  value: number
  unit: string
  /** The same measure of what it is compared with, in the same unit. */
  peer: number | null
  /** `value / peer`. */
  ratio: number | null
  /** The promise in words, such as `ratio ≥ 0.85`; null when nothing is promised. */
  goal: string | null
  holds: boolean | null
  /** Lowest and highest of the rounds that `value` (or, with a peer, `ratio`) is the median of. */
  spread: readonly [number, number] | null
}

/** A benchmark: says what it measures, and yields each figure as soon as it has it. */
export type Benchmark = { summary: string; run(wish: Wish): AsyncIterable<Figure> }

/** How much is to be measured, where whoever runs it may say so. */
export type Wish = { rounds?: number; calls?: number; minutes?: number; turns?: number }

type Measured = { name: string; unit: string; goal?: Goal }

/** A figure that stands alone: one value, or the median of several rounds. */
export function figureOf(it: Measured, values: number | readonly number[]): Figure {
  const rounds = typeof values === 'number' ? [values] : values
  return finish(it, median(rounds), null, rounds.length > 1 ? rounds : null)
}

/** A figure beside its peer: both the median of rounds that took turns, round by round. */
export function comparedWith(it: Measured, mine: readonly number[], peers: readonly number[]): Figure {
  const ratios = mine.map((value, round) => value / peers[round]!)
  return finish(it, median(mine), median(peers), ratios)
}

/** One line for people. */
export function lineOf({ name, value, unit, peer, ratio, goal, holds, spread }: Figure): string {
  const parts = [`${name}: ${short(value)} ${unit}`]
  if (peer !== null && ratio !== null) parts.push(`peer ${short(peer)} ${unit}`, `ratio ${short(ratio)}`)
  if (spread !== null) parts.push(`rounds ${short(spread[0])}–${short(spread[1])}`)
  if (goal !== null) parts.push(`goal ${goal}: ${holds ? 'holds' : 'DOES NOT HOLD'}`)
  return parts.join(' · ')
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which a part (0–1) of the numbers lies: the nearest one measured, none made up in between. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN
}

/** A number with three digits that count. */
export function short(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

function finish({ name, unit, goal }: Measured, value: number, peer: number | null, rounds: readonly number[] | null): Figure {
  const ratio = peer === null ? null : value / peer
  const judged = goal?.of === 'ratio' ? ratio : value
  return {
    name,
    value,
    unit,
    peer,
    ratio,
    goal: goal ? wordsOf(goal, unit) : null,
    holds: goal && judged !== null ? ('atLeast' in goal ? judged >= goal.atLeast : judged <= goal.atMost) : null,
    spread: rounds ? [Math.min(...rounds), Math.max(...rounds)] : null,
  }
}

function wordsOf(goal: Goal, unit: string): string {
  const bound = 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`
  return goal.of === 'ratio' ? `ratio ${bound}` : `${bound} ${unit}`
}
