import { oursIsConnected } from './our-call.ts'
import type { ServerName } from './servers.ts'

/** A number from the environment, or what is usual: benchmarks take no arguments of their own. */
export function numberSetting(name: string, usual: number): number {
  const set = process.env[name]
  if (set === undefined) return usual
  const value = Number(set)
  if (!(value > 0)) throw new Error(`${name} is to be a number above 0, not "${set}"`)
  return value
}

/** Servers to measure, from `MYNA_BENCH_SERVERS` (names of `servers.ts`, with commas between them), or the usual ones; ours among them once it is connected. */
export function serverSetting(usual: readonly ServerName[]): readonly ServerName[] {
  const set = process.env['MYNA_BENCH_SERVERS']
  return set ? (set.split(',') as ServerName[]) : oursIsConnected ? ['ours', ...usual] : usual
}
