import { Worker } from 'node:worker_threads'

/** A server that speaks as OpenAI's does, in a thread of its own. */
export type PlayedModel = {
  baseUrl: string
  key: string
  model: string
  /** From now on: how it behaves, what it says, and how long it waits before. */
  play(it: { mood: 'well' | 'down' | 'silent'; words?: string[]; waitMs?: number }): Promise<void>
  close(): Promise<void>
}

/** Starts a played server. */
export async function startPlayedModel(): Promise<PlayedModel> {
  const worker = new Worker(new URL('../../adapters/language-model/ai-sdk/test/played-in-worker.ts', import.meta.url))
  const told = () => new Promise<unknown>((resolve, reject) => worker.once('message', resolve).once('error', reject))
  const { baseUrl, key } = (await told()) as { baseUrl: string; key: string }
  return {
    baseUrl,
    key,
    model: 'small-1',
    async play({ mood, words = [], waitMs = 0 }) {
      const ready = told()
      worker.postMessage({ mood, words, waitMs })
      await ready
    },
    close: async () => void (await worker.terminate()),
  }
}
