import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, CallTurn } from '@myna/contracts/calls'
import { type CallerLife, liveThrough } from './caller-life.ts'
import type { Line } from './line.ts'
import { soundIn } from './sound-in.ts'

/** What became of the calls of a round, whose process was killed `killedAfterMs` after the first rang. */
export type Round = {
  killedAfterMs: number
  calls: number
  /** Callers who were talked to again and hung up by themselves. */
  continued: number
  /** Of those who had heard the agent before: heard that they were cut off. */
  apologies: { due: number; heard: number }
  /** Turns heard or shown before the death, and those of them that do not stand in the transcript. */
  turns: { known: number; lost: number }
  recordings: { unreadable: number; withoutBefore: number; withoutAfter: number }
  /** From the death to the first webhook that was answered, and to each caller's next stream. */
  webhookMs: number
  backMs: number[]
  /** Everything that is not as it should be, in words. */
  faults: string[]
}

const ringWithinMs = 1_000
/** The process dies within this after a share of the callers, another one each time, have heard the agent. */
const killWithinMs = 6_000
/** A machine that is slower than this is not waited for. */
const hearWithinMs = 60_000
/** Recordings are put away when a call is over, or later by a process that looks for what was left. */
const putAwayMs = 150_000
/** A caller who has heard so much of the agent before the death finds some of it in the recording: sound reaches the disk within a second. */
const surelyKeptMs = 2_000
const cutOff = /cut off/

/** Rings, kills the serving process at a random moment, lets callers go on, and looks at what is left. */
export async function runRound(line: Line, { calls, round, random }: { calls: number; round: number; random: () => number }): Promise<Round> {
  const { twilio, server } = line
  const watching = new AbortController()
  const shown = new Map<string, Map<string, CallTurn>>()
  const startedAt = performance.now()
  const numberOf = (index: number) => `+4477009${String(round * 100 + index).padStart(5, '0')}`
  const lives: CallerLife[] = []
  const watchedFrom = followAll(line, numberOf(0).slice(0, -2), shown, watching.signal)
  for (let index = 0; index < calls; index++) {
    lives.push(liveThrough(twilio.ring({ to: line.number, from: numberOf(index) }), random))
    await sleep((ringWithinMs / calls) * random() * 2)
  }
  const whoHear = Math.round(calls * Math.min(1, random() * 2))
  const hear = () => lives.filter(({ caller }) => caller.events.some((it) => it.type === 'marked')).length
  while (hear() < whoHear && performance.now() - startedAt < hearWithinMs) await sleep(20)
  await sleep(random() * killWithinMs)
  const sentBefore = twilio.sent.length
  const [killedAt, killedDate] = [performance.now(), Date.now()]
  process.kill(line.serving()!, 'SIGKILL')
  for (const life of lives) life.noteDeath()
  watching.abort()
  // What was on its way to a watcher was not shown.
  const before = new Map([...shown].map(([from, turns]) => [from, new Map(turns)]))
  await watchedFrom
  const webhookMs = await firstAnswer(line, sentBefore).then((at) => at - killedAt)
  const ends = await Promise.all(lives.map((it) => it.over))
  const result: Round = {
    killedAfterMs: killedAt - startedAt,
    calls,
    continued: ends.filter(Boolean).length,
    apologies: { due: 0, heard: 0 },
    turns: { known: 0, lost: 0 },
    recordings: { unreadable: 0, withoutBefore: 0, withoutAfter: 0 },
    webhookMs,
    backMs: lives.flatMap((it) => it.backAt() ?? []).map((at) => at - killedAt),
    faults: [],
  }
  const kept = await putAway(line, numberOf(0).slice(0, -2), calls)
  for (const [index, life] of lives.entries()) {
    const from = life.caller.from
    const say = (fault: string) => result.faults.push(`${from}: ${fault}`)
    if (!ends[index]) say(`was not talked to again: ${JSON.stringify(life.caller.events.slice(-6))}`)
    const call = kept.get(from)
    if (!call) {
      say('has no call')
      result.recordings.unreadable++
      continue
    }
    const { turns } = await server.api.calls.getCall({ callId: call.id })
    const standing = new Map(turns.map((it) => [it.id, it]))
    const heard = life.heardBefore()
    const known = new Set([...heard, ...(before.get(from)?.keys() ?? [])])
    result.turns.known += known.size
    for (const id of known)
      if (!standing.has(id)) {
        result.turns.lost++
        say(`lost turn ${id}: ${before.get(from)?.get(id)?.text ?? 'heard, not shown'}`)
      }
    if (heard.size > 0) {
      result.apologies.due++
      if ([...life.heardAfter()].some((id) => cutOff.test(standing.get(id)?.text ?? ''))) result.apologies.heard++
      else say(`did not hear that the line was cut off: ${turns.map((it) => it.text).join(' | ')}`)
    }
    await judgeRecording(line, call, { killedDate, life, surely: heardMs(life) > surelyKeptMs }, result.recordings, say)
  }
  return result
}

type Wish = { killedDate: number; life: CallerLife; surely: boolean }

async function judgeRecording(
  { server }: Line,
  call: Call,
  { killedDate, surely }: Wish,
  found: Round['recordings'],
  say: (fault: string) => void,
): Promise<void> {
  try {
    const wav = Buffer.concat(await Array.fromAsync(server.api.calls.getRecording({ callId: call.id })))
    const { agent, caller } = soundIn(wav, killedDate - Date.parse(call.startedAt))
    if (surely && agent.before < 200) {
      found.withoutBefore++
      say('has a recording without what was before')
    }
    if (agent.after < 200 || caller.after < 200) {
      found.withoutAfter++
      say(`has a recording without what came after: agent ${agent.after} ms, caller ${caller.after} ms`)
    }
  } catch (error) {
    found.unreadable++
    say(`has no recording that can be read (${call.status}, ${call.endedBy}, recording ${call.hasRecording}): ${String(error)}`)
  }
}

/** How much sound of the agent came to a caller before the death. */
function heardMs({ caller, heardBefore }: CallerLife): number {
  if (heardBefore().size === 0) return 0
  const first = caller.events.find((it) => it.type === 'streaming')!
  const gone = caller.events.find((it) => it.type === 'stream-ended')?.atMs ?? Number.POSITIVE_INFINITY
  return caller
    .heard()
    .filter((it) => it.atMs >= first.atMs && it.atMs < gone)
    .reduce((sum, it) => sum + Math.min(it.mulaw.byteLength / 8, gone - it.atMs), 0)
}

/** Follows every call that appears, as a person at the console does, and keeps each turn that is shown. */
async function followAll({ server }: Line, prefix: string, shown: Map<string, Map<string, CallTurn>>, signal: AbortSignal): Promise<void> {
  const followed = new Set<string>()
  const follow = async ({ id, from }: Call) => {
    const turns = new Map<string, CallTurn>()
    shown.set(from!, turns)
    for await (const { data } of server.api.calls.watchCall({ callId: id }, { signal })) {
      if (signal.aborted) return
      if (data.type === 'turn') turns.set(data.turn.id, data.turn)
    }
  }
  while (!signal.aborted) {
    const { items } = await server.api.calls.listCalls({ limit: 50 }, { signal }).catch(() => ({ items: [] }))
    for (const call of items)
      if (call.from?.startsWith(prefix) && !followed.has(call.id)) {
        followed.add(call.id)
        void follow(call).catch(() => {})
      }
    await sleep(300, undefined, { signal }).catch(() => {})
  }
}

/** When the carrier got its first answer of 200 after so many webhooks. */
async function firstAnswer({ twilio }: Line, after: number): Promise<number> {
  for (;;) {
    if (twilio.sent.slice(after).some((it) => it.status === 200)) return performance.now()
    await sleep(5)
  }
}

/** The calls of a round by who called, once their recordings are put away or that takes too long. */
async function putAway({ server }: Line, prefix: string, calls: number): Promise<Map<string, Call>> {
  const giveUpAt = performance.now() + putAwayMs
  for (;;) {
    const { items } = await server.api.calls.listCalls({ limit: 100 })
    const mine = items.filter((it) => it.from?.startsWith(prefix))
    const over = mine.filter((it) => it.status === 'ended' && it.hasRecording)
    if (over.length >= calls || performance.now() > giveUpAt) return new Map(mine.map((it) => [it.from!, it]))
    await sleep(250)
  }
}
