import { noiseScript, talkScript } from './calls/caller-script.ts'
import { undisturbed } from './calls/quiet.ts'
import { servers } from './calls/servers.ts'
import { numberSetting, serverSetting } from './calls/settings.ts'
import { besideStalls } from './calls/stalls.ts'
import { runTrial } from './calls/trial.ts'
import { type Benchmark, type Figure, figureOf, type Wish } from './figure.ts'

/** How soon a caller who speaks over an answer gets silence, and a caller who only coughed the rest of the answer; at the far end of the wire, with other calls going on. */
export const callBargeIn: Benchmark = {
  summary: 'speech over an answer → silence; a noise over an answer → the answer goes on',
  run: (wish) => besideStalls(measure(wish)),
}

async function* measure({ calls = numberSetting('MYNA_BENCH_CALLS', 20) }: Wish): AsyncGenerator<Figure> {
  const seconds = numberSetting('MYNA_BENCH_SECONDS', 40)
  for (const name of serverSetting(['agents-js', 'agents-js-quick', 'byte-work'])) {
    const server = servers[name]
    const run = (script: typeof talkScript) => undisturbed(() => runTrial({ server, calls, script, warmSeconds: 6, seconds }), { tries: 3 })
    const talk = await run(talkScript)
    const goal = name === 'ours' ? ({ of: 'value', atMost: 120 } as const) : undefined
    const where = `${calls} calls: ${server.name}`
    yield figureOf({ name: `first frame of speech sent → clear received, p50, ${where}`, unit: 'ms' }, talk.clear.p50 ?? Number.NaN)
    yield figureOf({ name: `first frame of speech sent → clear received, p99, ${where}`, unit: 'ms', ...(goal ? { goal } : {}) }, talk.clear.p99 ?? Number.NaN)
    yield figureOf({ name: `of ${talk.clear.count + talk.missedClears} interruptions, not heeded, ${where}`, unit: '' }, talk.missedClears)
    const noise = await run(noiseScript)
    yield figureOf({ name: `noise over → the answer goes on, p50, ${where}`, unit: 'ms' }, noise.resume.p50 ?? Number.NaN)
    const resumeGoal = name === 'ours' ? ({ of: 'value', atMost: 300 } as const) : undefined
    yield figureOf(
      { name: `noise over → the answer goes on, p99, ${where}`, unit: 'ms', ...(resumeGoal ? { goal: resumeGoal } : {}) },
      noise.resume.p99 ?? Number.NaN,
    )
    yield figureOf(
      { name: `of ${noise.resume.count + noise.missedResumes} noises that stopped an answer, it never went on, ${where}`, unit: '' },
      noise.missedResumes,
    )
  }
}
