import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Figure, figureOf } from '../figure.ts'

/** A time at which nothing ran here, not even a process with nothing to do: `at` is its end, in ms since 1970. */
export type Stall = { at: number; ms: number }

/** Watches the machine from a process of its own; or, given the id of a process, when its main thread got no processor. */
export function watchStalls(pid?: number): { stalls: readonly Stall[]; close(): void } {
  const stalls: Stall[] = []
  const clock = fileURLToPath(new URL('./stall-clock.ts', import.meta.url))
  const child = spawn(process.execPath, [clock, ...(pid === undefined ? [] : [String(pid)])], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).on('line', (line) => stalls.push(JSON.parse(line) as Stall))
  return { stalls, close: () => void child.kill() }
}

/** Whether a frame that came at a moment so late waited through a stall, or within 100 ms after one, while what had piled up was worked off. */
export function wasStalled(at: number, late: number, stalls: readonly Stall[]): boolean {
  return stalls.some((it) => at >= it.at - it.ms && at - late <= it.at + 100)
}

/** Sound leaves so long before it is heard, and a little: who got no processor for longer is late. */
const aheadMs = 300

/** Whether whoever sent a frame that came at a moment so late got no processor for as long. */
export function wasKeptWaiting(at: number, late: number, waits: readonly Stall[]): boolean {
  const from = at - late - aheadMs
  return waits.reduce((sum, it) => (it.at > from && it.at <= at ? sum + it.ms : sum), 0) >= late
}

/** Hands figures on, and last how often and how long the machine itself stood still while they were measured: with such stalls they say less about what ran on it. */
export async function* besideStalls(figures: AsyncIterable<Figure>): AsyncGenerator<Figure> {
  const watch = watchStalls()
  try {
    yield* figures
    yield figureOf({ name: 'stalls of the machine above 20 ms meanwhile', unit: '' }, watch.stalls.length)
    yield figureOf({ name: 'longest of them', unit: 'ms' }, Math.max(0, ...watch.stalls.map((it) => it.ms)))
  } finally {
    watch.close()
  }
}
