import { setTimeout as sleep } from 'node:timers/promises'
import { machineSeconds } from './processor-time.ts'
import { numberSetting } from './settings.ts'

/** Above so many cores of foreign work, what was measured tells of the machine rather than of what ran on it. */
export const disturbedAbove = 0.12

/** Waits until next to nothing runs on this machine for a second and a half, or gives up waiting after `MYNA_BENCH_PATIENCE` seconds. */
export async function quietMachine(): Promise<void> {
  const longestWaitMs = 1_000 * numberSetting('MYNA_BENCH_PATIENCE', 15)
  const began = performance.now()
  for (let calm = 0; calm < 3 && performance.now() - began < longestWaitMs; ) {
    const before = machineSeconds().busy
    await sleep(500)
    calm = machineSeconds().busy - before < 0.5 * disturbedAbove ? calm + 1 : 0
  }
}

/** Measures on a quiet machine; again, up to so many times, while others disturbed it and the outcome is not sure all the same. The least disturbed counts. */
export async function undisturbed<T extends { foreignCores: number }>(
  measure: () => Promise<T>,
  { tries, isSure }: { tries: number; isSure?: (it: T) => boolean },
) {
  let best: T | undefined
  for (let at = 0; at < tries; at++) {
    await quietMachine()
    const it = await measure()
    if (!best || it.foreignCores < best.foreignCores) best = it
    if (isSure?.(it)) return it
    if (it.foreignCores <= disturbedAbove) return it
  }
  return best!
}
