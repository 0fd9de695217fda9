import { setTimeout as sleep } from 'node:timers/promises'
import type { CallTurn } from '@myna/contracts/calls'
import { ApiFault } from '@myna/sdk'
import { type Asker, GaveUp } from '#chaos/asking.ts'

/** What was done and promised while parts were dying. */
export type Tally = {
  /** Writes by key: the id that was answered, or undefined while nothing was, or nothing could be known. */
  writes: Map<string, string | undefined>
  unknown: Set<string>
  reads: { answered: number; gaveUp: number }
  /** Creations of agents from a website by key; as `writes`. */
  creations: Map<string, string | undefined>
  /** Turns that a caller was shown, by call. */
  calls: Map<string, Map<string, CallTurn>>
  callers: { begun: number; lost: number }
  /** Refusals that nobody should have met, in words. */
  refused: string[]
}

export const emptyTally = (): Tally => ({
  writes: new Map(),
  unknown: new Set(),
  reads: { answered: 0, gaveUp: 0 },
  creations: new Map(),
  calls: new Map(),
  callers: { begun: 0, lost: 0 },
  refused: [],
})

const questions = ['When are you open?', 'How much is a loaf of rye?', 'What does delivery cost?']

/** The words of a write, by which it is found again. */
export const titleOf = (key: string): string => `Fact ${key}`

/** Writes, reads, builds and talks until told to stop; resolves when all that was begun has its answer. */
export async function putUnderLoad(asker: Asker, it: { baseId: string; agentId: string; website: string; tally: Tally; signal: AbortSignal }): Promise<void> {
  const { baseId, agentId, tally, signal } = it
  let count = 0
  const until = async (pauseMs: number, work: () => Promise<void>) => {
    while (!signal.aborted) {
      await work()
      await sleep(pauseMs)
    }
  }

  const keyed = async (key: string, answers: Map<string, string | undefined>, work: () => Promise<{ id: string }>) => {
    answers.set(key, undefined)
    try {
      answers.set(key, (await work()).id)
    } catch (error) {
      if (error instanceof GaveUp || (error instanceof ApiFault && error.code === 'request.outcome_unknown')) tally.unknown.add(key)
      else tally.refused.push(`${key}: ${error instanceof ApiFault ? error.code : String(error)}`)
    }
  }
  const write = () => {
    const key = `write-${++count}`
    const item = { baseId, category: 'business_information' as const, title: titleOf(key), text: `The number of this fact is ${count}.` }
    return keyed(key, tally.writes, () => asker.ask((api, options) => api.knowledge.addItem(item, options), key))
  }
  const read = async () => {
    try {
      await asker.ask((api, options) => api.agents.getAgent({ agentId }, options))
      tally.reads.answered++
    } catch {
      tally.reads.gaveUp++
    }
  }
  const build = () => {
    const key = `build-${++count}`
    return keyed(key, tally.creations, () =>
      asker.ask((api, options) => api.agents.createFromWebsite({ url: `${it.website}?${key}`, name: `Agent ${key}` }, options), key),
    )
  }
  const call = async () => {
    tally.callers.begun++
    if (!(await talk(asker, agentId, tally, signal))) tally.callers.lost++
  }
  await Promise.all([
    ...[1, 2, 3, 4].map(() => until(60, write)),
    ...[1, 2].map(() => until(40, read)),
    until(4_000, build),
    until(200, call),
    until(300, call),
  ])
}

/** One call of three typed questions, taken up again whenever the line breaks. Answers whether it came to its end. */
async function talk(asker: Asker, agentId: string, tally: Tally, signal: AbortSignal): Promise<boolean> {
  let callId: string | undefined
  let asked = 0
  const shown = new Map<string, CallTurn>()
  const giveUpAt = performance.now() + 90_000
  while (performance.now() < giveUpAt) {
    try {
      const socket = await asker.door().calls.talk({ agentId, ...(callId ? { callId } : {}) })
      const idle = AbortSignal.timeout(30_000)
      idle.addEventListener('abort', () => socket.close())
      for await (const message of socket.messages) {
        if (message instanceof Uint8Array) continue
        if (message.type === 'ready') {
          callId = message.call.id
          tally.calls.set(callId, shown)
          socket.send({ type: 'mute', speech: false })
        }
        if (message.type === 'turn') shown.set(message.turn.id, message.turn)
        const answers = [...shown.values()].filter((it) => it.speaker === 'agent' && it.brainTurnId !== null).length
        const isAwaited = message.type === 'ready' || (message.type === 'turn' && message.turn.speaker === 'agent')
        if (!isAwaited) continue
        if (answers >= questions.length || (signal.aborted && answers > 0)) {
          socket.send({ type: 'hangup' })
          return true
        }
        if (message.type === 'ready' || answers >= asked) {
          asked = answers + 1
          socket.send({ type: 'text', text: questions[answers]! })
        }
      }
    } catch (error) {
      // Nobody waited for this call any longer: it is over, and what was shown of it counts.
      if (error instanceof ApiFault && ['calls.over', 'calls.not_found'].includes(error.code)) return false
    }
    await sleep(300)
  }
  return false
}
