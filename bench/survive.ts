import { type Benchmark, type Figure, figureOf, quantile } from './figure.ts'
import { openLine } from './survive/line.ts'
import { type Round, runRound } from './survive/round.ts'

const mostSupervisorMb = 45

/** A server that is killed in the middle of telephone calls, again and again: what callers and their records notice of it. */
export const survive: Benchmark = {
  summary: 'kill -9 in the middle of telephone calls: who is talked to again, which turns and recordings are left',
  async *run({ rounds: wanted = 20, calls = 20 } = {}) {
    const line = await openLine(calls)
    const rounds: Round[] = []
    let supervisorMb = 0
    try {
      for (let round = 0; round < wanted; round++) {
        const it = await runRound(line, { calls, round, random: Math.random })
        rounds.push(it)
        process.stderr.write(`${lineOf(round, it)}\n`)
        supervisorMb = Math.max(supervisorMb, line.supervisorMb())
      }
    } finally {
      await line.close()
    }
    yield* figuresOf(rounds)
    yield figureOf({ name: 'memory of the process above, RSS', unit: 'MB', goal: { of: 'value', atMost: mostSupervisorMb } }, supervisorMb)
  },
}

function* figuresOf(rounds: readonly Round[]): Generator<Figure> {
  const sum = (of: (it: Round) => number) => rounds.reduce((all, it) => all + of(it), 0)
  const calls = sum((it) => it.calls)
  const [due, known] = [sum((it) => it.apologies.due), sum((it) => it.turns.known)]
  const none = { of: 'value', atMost: 0 } as const
  const all = { of: 'value', atLeast: 1 } as const
  yield figureOf({ name: `calls continued, of ${calls} in ${rounds.length} deaths`, unit: 'of all', goal: all }, sum((it) => it.continued) / calls)
  yield figureOf(
    { name: `callers who heard why, of ${due} who had heard the agent`, unit: 'of all', goal: all },
    due === 0 ? 1 : sum((it) => it.apologies.heard) / due,
  )
  yield figureOf(
    { name: `turns lost, of ${known} heard or shown`, unit: 'turns', goal: none },
    sum((it) => it.turns.lost),
  )
  yield figureOf(
    { name: 'recordings unreadable', unit: 'recordings', goal: none },
    sum((it) => it.recordings.unreadable),
  )
  yield figureOf(
    { name: 'recordings without sound from before', unit: 'recordings', goal: none },
    sum((it) => it.recordings.withoutBefore),
  )
  yield figureOf(
    { name: 'recordings without sound from after', unit: 'recordings', goal: none },
    sum((it) => it.recordings.withoutAfter),
  )
  yield figureOf(
    { name: 'kill -9 → first webhook answered', unit: 'ms' },
    rounds.map((it) => it.webhookMs),
  )
  const back = rounds.flatMap((it) => it.backMs)
  yield figureOf({ name: 'kill -9 → caller streamed to again, p50', unit: 'ms' }, quantile(back, 0.5))
  yield figureOf({ name: 'kill -9 → caller streamed to again, longest', unit: 'ms' }, Math.max(...back))
}

function lineOf(round: number, it: Round): string {
  const back = it.backMs.length > 0 ? `${Math.round(quantile(it.backMs, 0.5))}–${Math.round(Math.max(...it.backMs))}` : 'none'
  const counts = `${it.continued}/${it.calls} continued, ${it.apologies.heard}/${it.apologies.due} heard why, ${it.turns.lost}/${it.turns.known} turns lost`
  return [
    `round ${round + 1}: killed after ${Math.round(it.killedAfterMs)} ms, ${counts}, webhook ${Math.round(it.webhookMs)} ms, back ${back} ms`,
    ...it.faults,
  ].join('\n  ')
}
