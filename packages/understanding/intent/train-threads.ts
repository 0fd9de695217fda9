import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { LanguageCode } from '@myna/language'
import type { Vocabulary } from '#intent/features.ts'
import type { Utterance } from '#intent/read-utterances.ts'
import type { Scored } from '#intent/score-fold.ts'

/** What is learnt apart: which languages those held back are in, the intents of all, or of all but a fold, which is then scored. */
export type Task = 'languages' | 'intents' | { fold: number }
/** What comes of a task. */
type Made<Of extends Task> = Of extends 'languages'
  ? { text: string; language: LanguageCode }[]
  : Of extends 'intents'
    ? { fitted: Float32Array; vocabulary: Vocabulary }
    : Scored[]

/** Threads that learn from utterances side by side, as many as there are processors; more tasks wait, the first asked for first. */
export type TrainThreads = { run<Of extends Task>(task: Of): Promise<Made<Of>>; close(): Promise<void> }

export function createTrainThreads(utterances: readonly Utterance[]): TrainThreads {
  const threads: Worker[] = []
  const idle: Worker[] = []
  const waiting: ((thread: Worker) => void)[] = []
  const start = (): Worker => {
    const thread = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: utterances })
    threads.push(thread)
    return thread
  }
  const take = async (): Promise<Worker> =>
    idle.pop() ?? (threads.length < availableParallelism() ? start() : await new Promise<Worker>((resolve) => waiting.push(resolve)))
  return {
    async run(task) {
      const thread = await take()
      const made = await new Promise<Made<typeof task>>((resolve, reject) => {
        thread.once('error', reject)
        thread.once('message', (it) => {
          thread.off('error', reject)
          resolve(it)
        })
        thread.postMessage(task)
      })
      const next = waiting.shift()
      if (next) next(thread)
      else idle.push(thread)
      return made
    },
    async close() {
      await Promise.all(threads.map((it) => it.terminate()))
    },
  }
}
