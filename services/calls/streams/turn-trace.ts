import type { Metrics, Span } from '@myna/kernel'
import type { Line } from '#streams/line.ts'
import type { ReplyState } from '#streams/reply-turn.ts'

/** What is known of a reply when it is over, as far as its time goes. */
type Timed = Pick<ReplyState, 'asked' | 'firstWordsAt' | 'firstSoundAt' | 'heardAt' | 'heard'>

/** Runs a reply to its end, then tells where its time went, in measures and as a span of the call. */
export async function timed(line: Line, turnId: string, asked: ReplyState['asked'], it: { run(): Promise<void>; state(): Timed }): Promise<void> {
  const turn = beginTurn(line.span, turnId, asked)
  await (turn ? turn.run(it.run) : it.run())
  noteTurn(line.context.metrics, turn, it.state())
}

/** The span of a turn, from the caller's last voice to the last sound of the reply; undefined when the call is not traced. */
function beginTurn(call: Span | undefined, turnId: string, asked: ReplyState['asked']): Span | undefined {
  const startedAt = asked && asked.endedAt - (asked.endOfSpeechMs ?? 0)
  return call?.child('turn', { attributes: { 'myna.turn.id': turnId }, ...(startedAt === undefined ? {} : { startedAt }) })
}

/** Notes where the time of an answered turn went: stages follow each other without a gap, and one that did not come about is left out. */
function noteTurn(metrics: Metrics, turn: Span | undefined, { asked, heard, ...it }: Timed): void {
  if (asked) {
    const marks = [
      ['heard', asked.endOfSpeechMs === null ? undefined : asked.endedAt - asked.endOfSpeechMs, asked.endedAt],
      ['decided', asked.endedAt, it.firstWordsAt],
      ['voiced', it.firstWordsAt, it.firstSoundAt],
      ['carried', it.firstSoundAt, it.heardAt],
    ] as const
    for (const [stage, from, to] of marks) {
      if (from === undefined || to === undefined) continue
      metrics.noteTurn(stage, Math.max(0, to - from) / 1000)
      turn?.child(stage, { startedAt: from }).end(to)
    }
  }
  turn?.set('myna.turn.cut', heard !== undefined)
  turn?.end()
}
