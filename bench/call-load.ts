import { talkScript } from './calls/caller-script.ts'
import { undisturbed } from './calls/quiet.ts'
import { highestThatPasses } from './calls/search.ts'
import { type ServerName, servers } from './calls/servers.ts'
import { numberSetting, serverSetting } from './calls/settings.ts'
import { besideStalls } from './calls/stalls.ts'
import { runTrial, type Trial } from './calls/trial.ts'
import { type Benchmark, comparedWith, figureOf, type Figure } from './figure.ts'

const leastOnTime = 0.99
/** All calls begin within seconds of each other; what that leaves to do is done before anything is measured. */
const warmSeconds = 15
/** Callers who are later than a frame themselves burden a server less than they should; below that their own delay only counts against it. */
const latestSendMs = 20
/** A server that had so much of its core was not disturbed, whatever else ran. */
const fullCore = 0.95
const firstTry: Record<ServerName, number> = {
  ours: 100,
  'byte-work': 600,
  'byte-work-own': 600,
  'agents-js': 20,
  'agents-js-vad': 20,
  'agents-js-tts': 20,
  'agents-js-quick': 20,
}

/** Calls that one core holds at the pace of speech: callers over Twilio's media protocol, from a process on the other core. */
export const callLoad: Benchmark = {
  summary: 'calls a core: 99 % of frames within 20 ms of when the caller needs them, beside byte work and agents-js',
  run: () => besideStalls(measure()),
}

async function* measure(): AsyncGenerator<Figure> {
  const seconds = numberSetting('MYNA_BENCH_SECONDS', 8)
  const found = new Map<ServerName, { calls: number; trial: Trial | undefined }>()
  for (const name of serverSetting(['agents-js-vad', 'agents-js', 'byte-work', 'byte-work-own'])) {
    found.set(name, await search(name, seconds))
    yield* figuresOf(name, found.get(name)!)
  }
  const ours = found.get('ours')
  if (!ours) return
  yield figureOf({ name: 'calls a core: ours', unit: 'calls', goal: { of: 'value', atLeast: 600 } }, ours.calls)
  for (const [peer, atLeast] of [
    ['byte-work', 0.5],
    // Our detector of voices hears every call, so theirs does; without it voice activity costs them nothing.
    ['agents-js-vad', 8],
    ['agents-js', 8],
  ] as const) {
    const its = found.get(peer)
    if (its)
      yield comparedWith({ name: `calls a core, beside ${servers[peer].name}`, unit: 'calls', goal: { of: 'ratio', atLeast } }, [ours.calls], [its.calls])
  }
}

async function search(name: ServerName, seconds: number): Promise<{ calls: number; trial: Trial | undefined }> {
  const passed = new Map<number, Trial>()
  const tryOnce = (calls: number) => runTrial({ server: servers[name], calls, script: talkScript, warmSeconds, seconds })
  const passes = async (calls: number) => {
    const trial = await undisturbed(() => tryOnce(calls), { tries: 3, isSure: (it) => isWell(it) || it.serverCores > fullCore })
    const well = isWell(trial)
    if (well) passed.set(calls, trial)
    process.stderr.write(`${lineOfTrial(name, trial)}: ${well ? 'passes' : 'fails'}\n`)
    return well
  }
  const calls = await highestThatPasses(passes, { from: firstTry[name], atMost: numberSetting('MYNA_BENCH_CALLS', 4_000), precision: 0.04 })
  return { calls, trial: passed.get(calls) }
}

/** All are connected, sound is on time, and nearly every turn is answered and every interruption heeded; the callers were on time themselves. */
function isWell(it: Trial): boolean {
  const turns = it.turn.count + it.missedTurns
  const clears = it.clear.count + it.missedClears
  return (
    it.up === it.calls &&
    it.closed === 0 &&
    it.onTime >= leastOnTime &&
    it.missedTurns <= 0.01 * turns &&
    it.missedClears <= 0.01 * clears &&
    (it.sendLate.p99 ?? 0) <= latestSendMs
  )
}

function lineOfTrial(name: string, it: Trial): string {
  const sends = it.sendLate.p99?.toFixed(1)
  return (
    `${name}, ${it.calls} calls: ${(100 * it.onTime).toFixed(2)} % on time, server ${it.serverCores.toFixed(2)} cores, callers ${it.generatorCores.toFixed(2)} ` +
    `and ${sends} ms late at p99, others ${it.foreignCores.toFixed(2)}, turn p99 ${it.turn.p99?.toFixed(1)} ms, missed ${it.missedTurns} + ${it.missedClears}`
  )
}

function* figuresOf(name: ServerName, { calls, trial }: { calls: number; trial: Trial | undefined }): Generator<Figure> {
  const title = servers[name].name
  yield figureOf({ name: `calls a core: ${title}`, unit: 'calls' }, calls)
  if (!trial) return
  const figures: readonly [what: string, value: number | null, unit: string][] = [
    ['frames on time', 100 * trial.onTime, '%'],
    ['lateness of frames, p99', trial.late.p99, 'ms'],
    ['last speech sent → first sound received, p50', trial.turn.p50, 'ms'],
    ['last speech sent → first sound received, p99', trial.turn.p99, 'ms'],
    ['first speech sent over an answer → clear received, p99', trial.clear.p99, 'ms'],
    ['processor of the server for a second of a call', (1_000 * trial.serverCores) / calls, 'ms'],
    ['memory of a call, RSS', (trial.loadedMb - trial.idleMb) / calls, 'MB'],
    ['processor of the callers', trial.generatorCores, 'cores'],
  ]
  for (const [what, value, unit] of figures) if (value !== null) yield figureOf({ name: `${what}, ${calls} calls: ${title}`, unit }, value)
}
