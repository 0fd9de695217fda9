import { oursIsConnected } from './calls/our-call.ts'
import type { PipelineName } from './calls/pipeline.ts'
import { undisturbed } from './calls/quiet.ts'
import { numberSetting } from './calls/settings.ts'
import { besideStalls } from './calls/stalls.ts'
import type { TurnTimes } from './calls/time-turns.ts'
import { timeTurnsOf } from './calls/turns.ts'
import { type Benchmark, comparedWith, type Figure, figureOf, type Goal, median, quantile, type Wish } from './figure.ts'

const peers = ['agents-js', 'agents-js-tts', 'byte-work'] as const
const titles: Record<'ours' | (typeof peers)[number], string> = {
  ours: 'ours',
  'agents-js': 'agents-js',
  'agents-js-tts': 'agents-js, speech preemptive',
  'byte-work': 'plain function calls',
}

/** Our own share of a turn: what passes between parts that take no time. In process, one call, frames of 20 ms at the pace of speech. */
export const callTurn: Benchmark = {
  summary: 'own share of a turn and of stopping, beside agents-js, with a recogniser, model and voice that take no time',
  run: (wish) => besideStalls(measure(wish)),
}

async function* measure({ turns = numberSetting('MYNA_BENCH_TURNS', 60), rounds = numberSetting('MYNA_BENCH_ROUNDS', 3) }: Wish): AsyncGenerator<Figure> {
  const names = [...(oursIsConnected ? (['ours'] as const) : []), ...peers]
  const times = new Map<PipelineName, TurnTimes[]>(names.map((name) => [name, []]))
  // They take turns, so that a bad minute is bad for all.
  for (let round = 0; round < rounds; round++) for (const name of names) times.get(name)!.push(await undisturbed(() => timeTurnsOf(name, turns), { tries: 2 }))
  if (oursIsConnected) yield* spreadOf(times.get('ours')!)
  if (oursIsConnected) yield* besidePeer(times.get('ours')!, bestOf(times))
  for (const name of names) if (name !== 'ours') yield* alone(titles[name], times.get(name)!)
}

const measures: readonly { key: 'turn' | 'stop'; part: number; title: string; goal: Goal }[] = [
  { key: 'turn', part: 0.5, title: 'final transcript → first frame of the answer, p50', goal: { of: 'value', atMost: 1 } },
  { key: 'turn', part: 0.99, title: 'final transcript → first frame of the answer, p99', goal: { of: 'value', atMost: 4 } },
  { key: 'stop', part: 0.5, title: 'speech detected → silence on the line, p50', goal: { of: 'value', atMost: 0.5 } },
  { key: 'stop', part: 0.99, title: 'speech detected → silence on the line, p99', goal: { of: 'value', atMost: 2 } },
]

function* besidePeer(mine: readonly TurnTimes[], peer: readonly TurnTimes[]): Generator<Figure> {
  for (const { key, part, title, goal } of measures) {
    const of = (all: readonly TurnTimes[]) => all.map((it) => quantile(it[key], part))
    yield comparedWith({ name: `${title}, beside agents-js`, unit: 'ms', goal }, of(mine), of(peer))
  }
  yield missedOf('ours', mine, { of: 'value', atMost: 0 })
}

/** All turns of all rounds together. */
function* spreadOf(all: readonly TurnTimes[]): Generator<Figure> {
  const turns = all.flatMap((it) => it.turn)
  for (const [what, part] of [
    ['shortest', 0],
    ['p50', 0.5],
    ['p90', 0.9],
    ['p99', 0.99],
    ['longest', 1],
  ] as const)
    yield figureOf({ name: `final transcript → first frame of the answer, ${what} of ${turns.length} turns: ours`, unit: 'ms' }, quantile(turns, part))
}

function* alone(title: string, all: readonly TurnTimes[]): Generator<Figure> {
  for (const { key, part, title: what } of measures)
    yield figureOf(
      { name: `${what}: ${title}`, unit: 'ms' },
      all.map((it) => quantile(it[key], part)),
    )
  yield figureOf(
    { name: `first silent frame → first frame of the answer, p50: ${title}`, unit: 'ms' },
    all.map((it) => quantile(it.wholeTurn, 0.5)),
  )
  yield missedOf(title, all)
}

function missedOf(title: string, all: readonly TurnTimes[], goal?: Goal): Figure {
  const missed = all.reduce((sum, it) => sum + it.missed, 0)
  return figureOf({ name: `turns and interruptions that never came: ${title}`, unit: '', ...(goal ? { goal } : {}) }, missed)
}

/** Of agents-js, the settings that answer faster. */
function bestOf(times: ReadonlyMap<PipelineName, TurnTimes[]>): readonly TurnTimes[] {
  const middle = (name: PipelineName) => median(times.get(name)!.map((it) => quantile(it.turn, 0.5)))
  return times.get(middle('agents-js') <= middle('agents-js-tts') ? 'agents-js' : 'agents-js-tts')!
}
