import type { Log } from '@myna/kernel'
import type { Embedder } from '@myna/ports/embedding'
import { PortFault } from '@myna/ports/fault'
import { isUsable } from '#embedding/packed-vector.ts'

/** How long a question waits for its vector, how long a late one may still come for the next time it is asked, and how long an embedder that fails is left alone. */
export type QuestionTimes = { deadlineMs: number; giveUpMs: number; restMs: number; longestRestMs: number }

/** What a caller waits for, at the most, is part of the time of a spoken turn. */
export const questionTimes: QuestionTimes = { deadlineMs: 300, giveUpMs: 3_000, restMs: 10_000, longestRestMs: 300_000 }

const mostKept = 500
const mostAtOnce = 16
const longestQuestion = 1_000
const failuresBeforeRest = 3

/** Vectors of questions: each asked for once, and never waited for longer than the deadline. */
export type QuestionVectors = {
  /** Null when the embedder is late, fails or is left alone. `place` keeps the questions of one base apart from those of others. Never throws. */
  find(place: string, question: string): Promise<Float32Array | null>
}

/** Asks an embedder for questions; a failing one is left alone for a while, longer each time, which the log is told once. */
export function createQuestionVectors(embedder: Embedder, log: Pick<Log, 'info' | 'warn'>, times: QuestionTimes = questionTimes): QuestionVectors {
  const kept = new Map<string, Promise<Float32Array | null>>()
  let atOnce = 0
  let failures = 0
  let restUntil = 0

  const succeed = () => {
    if (failures >= failuresBeforeRest) log.info({ embedder: embedder.name }, 'questions are embedded again')
    failures = 0
  }
  const fail = (reason: string) => {
    failures++
    if (failures < failuresBeforeRest) return
    if (failures === failuresBeforeRest)
      log.warn({ embedder: embedder.name, reason }, 'questions cannot be embedded in time: knowledge is searched by words alone until they can')
    restUntil = performance.now() + Math.min(times.longestRestMs, times.restMs * 2 ** Math.min(20, failures - failuresBeforeRest))
  }
  const ask = async (question: string): Promise<Float32Array | null> => {
    const started = performance.now()
    const stop = new AbortController()
    // An embedder that does not heed its signal must not hold a place for ever.
    let giveUp = () => {}
    const late = new Promise<never>((_, reject) => {
      giveUp = () => reject(new PortFault('The embedder is late.', { retryable: true }))
    })
    const timer = setTimeout(() => {
      stop.abort()
      giveUp()
    }, times.giveUpMs)
    atOnce++
    try {
      const [vector] = await Promise.race([embedder.embed([question], stop.signal), late])
      if (!vector || !isUsable(vector)) throw new PortFault('The embedder answered no vector.', { retryable: true })
      if (performance.now() - started > times.deadlineMs) fail('The embedder is late.')
      else succeed()
      return vector
    } catch (error) {
      fail(error instanceof PortFault ? error.message : 'It broke off.')
      return null
    } finally {
      clearTimeout(timer)
      atOnce--
    }
  }

  return {
    async find(place, question) {
      const text = question.slice(0, longestQuestion).toWellFormed().trim()
      if (text === '') return null
      const key = `${place}:${text}`
      let vector = kept.get(key)
      if (!vector) {
        if (atOnce >= mostAtOnce || performance.now() < restUntil) return null
        vector = ask(text)
        void vector.then((it) => {
          if (it === null && kept.get(key) === vector) kept.delete(key)
        })
      }
      kept.delete(key)
      kept.set(key, vector)
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(oldest)
      }
      return withinMs(vector, times.deadlineMs)
    },
  }
}

/** What comes within a time; null after it. */
export async function withinMs<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
