import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Figure, figureOf } from '../figure.ts'

/** A time at which nothing ran here, not even a process with nothing to do: `at` is its end, in ms since 1970. */
export type Stall = { at: number; ms: number }

/** Watches the machine from a process of its own. */
export function watchStalls(): { stalls: readonly Stall[]; close(): void } {
  const stalls: Stall[] = []
  const child = spawn(process.execPath, [fileURLToPath(new URL('./stall-clock.ts', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).on('line', (line) => stalls.push(JSON.parse(line) as Stall))
  return { stalls, close: () => void child.kill() }
}

/** Whether a frame that came at a moment so late waited through a stall, or within 100 ms after one, while what had piled up was worked off. */
export function wasStalled(at: number, late: number, stalls: readonly Stall[]): boolean {
  return stalls.some((it) => at >= it.at - it.ms && at - late <= it.at + 100)
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
