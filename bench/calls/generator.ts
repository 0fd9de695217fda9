import { setTimeout as sleep } from 'node:timers/promises'
import { ScriptedCaller, type Script, Tally } from './caller-script.ts'
import { MediaCaller } from './media-caller.ts'
import type { MediaPlace } from './our-call.ts'
import type { ServerReady } from './pipeline.ts'
import { callSidOf } from './played-carrier.ts'
import { onTimeMs } from './playout-checker.ts'
import { Samples, type Summary } from './samples.ts'
import { frameMs } from './test-sound.ts'

/** What the callers are to do. */
export type GeneratorOrder = { server: ServerReady; calls: number; warmSeconds: number; seconds: number; script: Script; connectsPerSecond: number }

/** What the callers met while it was measured. */
export type GeneratorReport = {
  up: number
  closed: number
  /** Part of frames that came on time. */
  onTime: number
  late: Summary
  lateOver40: number
  /** Of those frames, at most 10,000: when the first of its row came (ms since 1970), and how late that was. */
  lateMoments: [at: number, late: number][]
  turn: Summary
  clear: Summary
  resume: Summary
  missedTurns: number
  missedClears: number
  missedResumes: number
  /** How late frames of the callers left: the generator's own fault. */
  sendLate: Summary
  blocked: number
}

/** The processes speak in lines of JSON: `measuring`, `measured`, then the report. */
export type GeneratorLine = { now: 'measuring' | 'measured' } | { report: GeneratorReport }

const order = JSON.parse(process.argv[2]!) as GeneratorOrder
const say = (line: GeneratorLine) => process.stdout.write(`${JSON.stringify(line)}\n`)
const tally = new Tally()
const sendLate = new Samples()
const inbox = Buffer.allocUnsafe(65_536)
let up = 0
let closed = 0
const callers: MediaCaller[] = []
const connectedAt = performance.now()
for (let number = 0; number < order.calls; number++) {
  const aheadMs = (number * 1_000) / order.connectsPerSecond - (performance.now() - connectedAt)
  if (aheadMs > 1) await sleep(aheadMs)
  // Spread over more than a turn, in an order that does not run with the order of frames.
  const caller = new ScriptedCaller(order.script, tally, 400 + (((number * 37) % 97) / 97) * 5_000)
  const { port } = order.server
  const place = 'nextAt' in order.server ? ((await (await fetch(order.server.nextAt)).json()) as MediaPlace) : { ...order.server, callSid: callSidOf(number) }
  callers.push(new MediaCaller({ port, ...place, number, caller, inbox, closed: () => closed++ }, () => up++))
}
for (let waited = 0; up + closed < order.calls && waited < 10_000; waited += 20) await sleep(20)

// One wheel for all: call k speaks k/n of a frame after the first one, always on the same schedule.
const base = performance.now() + frameMs
let sent = 0
const dueAt = (index: number) => base + frameMs * Math.floor(index / callers.length) + (frameMs * (index % callers.length)) / callers.length
const turn = () => {
  for (let burst = 0; burst < 64; burst++) {
    const now = performance.now()
    const due = dueAt(sent)
    if (due > now) {
      setTimeout(turn, Math.max(1, due - now))
      return
    }
    if (tally.isOpen && sent % 16 === 0) sendLate.add(now - due)
    callers[sent % callers.length]!.send(now)
    sent++
  }
  setImmediate(turn)
}
turn()
await sleep(order.warmSeconds * 1_000)
say({ now: 'measuring' })
tally.isOpen = true
await sleep(order.seconds * 1_000)
tally.isOpen = false
say({ now: 'measured' })
const report: GeneratorReport = {
  up,
  closed,
  onTime: tally.late.partWithin(onTimeMs),
  late: tally.late.summary(),
  lateOver40: tally.lateMomentCount,
  lateMoments: tally.lateMoments.map(([at, late]) => [performance.timeOrigin + at, late]),
  turn: tally.turn.summary(),
  clear: tally.clear.summary(),
  resume: tally.resume.summary(),
  missedTurns: tally.missedTurns,
  missedClears: tally.missedClears,
  missedResumes: tally.missedResumes,
  sendLate: sendLate.summary(),
  blocked: callers.reduce((sum, it) => sum + it.blocked, 0),
}
process.stdout.write(`${JSON.stringify({ report } satisfies GeneratorLine)}\n`, () => process.exit(0))
