import { talkScript } from './calls/caller-script.ts'
import { slopeOf } from './calls/search.ts'
import { servers } from './calls/servers.ts'
import { numberSetting, serverSetting } from './calls/settings.ts'
import { wasKeptWaiting, wasStalled, watchStalls } from './calls/stalls.ts'
import { runTrial } from './calls/trial.ts'
import { type Benchmark, figureOf } from './figure.ts'

/**
 * What many calls for a long time do to memory and to sound. What the machine itself did is told apart: a process with nothing to do watches the clock, and another
 * how long the server waits for a processor. It runs on all cores, as it is installed: its calls and its database are two threads, which on one core would wait for each other. What one core holds is asked by `call-load`.
 */
export const callSoak: Benchmark = {
  summary: 'calls for minutes: slope of memory, frames later than 40 ms, stalls of the machine itself',
  async *run({ calls = numberSetting('MYNA_BENCH_CALLS', 100), minutes = numberSetting('MYNA_BENCH_MINUTES', 3) }) {
    for (const name of serverSetting(['agents-js', 'byte-work'])) {
      const memory: [minute: number, mb: number][] = []
      const began = performance.now()
      const watch = watchStalls()
      const waiting: ReturnType<typeof watchStalls>[] = []
      const trial = await runTrial({
        server: servers[name],
        calls,
        script: talkScript,
        warmSeconds: 10,
        seconds: 60 * minutes,
        pinned: false,
        ready: (pid) => void waiting.push(watchStalls(pid)),
        eachSecond: (mb) => memory.push([(performance.now() - began) / 60_000, mb]),
      }).finally(() => {
        for (const it of [watch, ...waiting]) it.close()
      })
      const unstalled = trial.lateMoments.filter(([at, late]) => !wasStalled(at, late, watch.stalls))
      const waits = waiting.flatMap((it) => it.stalls)
      const own = unstalled.filter(([at, late]) => !wasKeptWaiting(at, late, waits)).length
      const goalOf = (atMost: number) => (name === 'ours' ? { goal: { of: 'value', atMost } as const } : {})
      const where = `${calls} calls for ${minutes} min: ${servers[name].name}`
      // The first half fills caches and heaps.
      yield figureOf({ name: `memory, slope of the second half, ${where}`, unit: 'MB/min', ...goalOf(1) }, slopeOf(memory.slice(Math.floor(memory.length / 2))))
      yield figureOf({ name: `memory at the end, ${where}`, unit: 'MB' }, trial.loadedMb)
      yield figureOf({ name: `memory of a call at the end, ${where}`, unit: 'MB' }, (trial.loadedMb - trial.idleMb) / calls)
      yield figureOf({ name: `frames on time, ${where}`, unit: '%' }, 100 * trial.onTime)
      yield figureOf({ name: `of ${trial.late.count} frames, later than 40 ms, ${where}`, unit: '' }, trial.lateOver40)
      yield figureOf({ name: `of those (at most 10,000), while the machine did not stall, ${where}`, unit: '' }, unstalled.length)
      yield figureOf({ name: `of those, while the server had a processor whenever it wanted one, ${where}`, unit: '', ...goalOf(0) }, own)
      yield figureOf({ name: `stalls of the machine above 20 ms, ${where}`, unit: '' }, watch.stalls.length)
      yield figureOf({ name: `longest of them, ${where}`, unit: 'ms' }, Math.max(0, ...watch.stalls.map((it) => it.ms)))
      yield figureOf({ name: `turns and interruptions that never came, ${where}`, unit: '' }, trial.missedTurns + trial.missedClears)
    }
  },
}
