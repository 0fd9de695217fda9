import { parentPort } from 'node:worker_threads'
import { playOpenAi } from '#test/play-openai.ts'
import type { Mood } from '#test/vendor-server.ts'

// A played server in a thread of its own, so that whoever measures does not measure it: says its address, then takes orders and says when they are carried out.
const server = await playOpenAi()
parentPort?.on('message', ({ mood, words, waitMs }: { mood: Mood; words: string[]; waitMs: number }) => {
  server.be(mood)
  server.answer({ words, waitMs })
  parentPort?.postMessage('ready')
})
parentPort?.postMessage({ baseUrl: server.baseUrl, key: server.key })
