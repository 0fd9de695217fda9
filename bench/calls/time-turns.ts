import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openPipeline, type PipelineName } from './pipeline.ts'
import { callerFrames, frameMs } from './test-sound.ts'

/** Milliseconds of each turn and barge-in of one call, and how many never came. */
export type TurnTimes = {
  /** From the final transcript to the first frame of the answer. */
  turn: number[]
  /** From the first silent frame after speech to the first frame of the answer. */
  wholeTurn: number[]
  /** From detecting speech to silence on the line. */
  stop: number[]
  /** From the first frame of speech to silence on the line. */
  wholeStop: number[]
  missed: number
}

/** An answer that has not begun by then never comes. */
const longestWaitMs = 3_000
const warmUpCalls = 20
const warmUpTurns = 12

// A process of its own for each pipeline: one call, frames every 20 ms. Every turn: 0.6 s of speech, an answer; 0.4 s into it the caller speaks over it.
const { values } = parseArgs({ options: { pipeline: { type: 'string' }, turns: { type: 'string', default: '100' } } })
const pipeline = await openPipeline(values.pipeline as PipelineName, { answerMs: 4_000, resumeAfterMs: null })
await warmUp()
process.stdout.write(`${JSON.stringify(await timeTurns(Number(values.turns)))}\n`)
process.exit(0)

/** A process that has served for a while: several calls at once, until what every turn runs is compiled. */
async function warmUp(): Promise<void> {
  await Promise.all(Array.from({ length: warmUpCalls }, () => timeTurns(warmUpTurns)))
}

async function timeTurns(turns: number): Promise<TurnTimes> {
  const { loud, silent } = callerFrames()
  const seen = { speech: 0, final: 0, left: 0, sound: 0, clear: 0 }
  const first = (what: keyof typeof seen, at = performance.now()) => void (seen[what] ||= at)
  const call = await pipeline.open({ sound: () => first('sound'), clear: () => first('clear'), moment: first })
  const times: TurnTimes = { turn: [], wholeTurn: [], stop: [], wholeStop: [], missed: 0 }
  let due = performance.now()
  const hear = async (frame: Uint8Array, count = 1): Promise<number> => {
    let heardAt = 0
    for (let at = 0; at < count; at++) {
      due = Math.max(due + frameMs, performance.now() - frameMs)
      await sleep(Math.max(0, due - performance.now()))
      heardAt ||= performance.now()
      call.hear(frame)
    }
    return heardAt
  }
  await hear(silent, 50)
  const unmeasured = 3
  for (let turn = -unmeasured; turn < turns; turn++) {
    const isAnswering = seen.sound > 0
    seen.speech = seen.clear = 0
    const spokeAt = await hear(loud, 30)
    if (turn >= 0 && isAnswering) {
      if (seen.clear === 0) times.missed++
      else {
        times.stop.push(seen.clear - seen.speech)
        times.wholeStop.push(seen.clear - spokeAt)
      }
    }
    seen.final = seen.left = seen.sound = 0
    const silentAt = await hear(silent)
    for (let waited = 0; seen.sound === 0 && waited < longestWaitMs; waited += frameMs) await hear(silent)
    if (turn >= 0) {
      if (seen.sound === 0) times.missed++
      else {
        // A sound without a transcript before it was no answer.
        if (seen.final > 0) times.turn.push((seen.left || seen.sound) - seen.final)
        else times.missed++
        times.wholeTurn.push(seen.sound - silentAt)
      }
    }
    await hear(silent, 20)
  }
  await call.close()
  return times
}
