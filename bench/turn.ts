import { setTimeout as sleep } from 'node:timers/promises'
import type { TalkDown } from '@myna/contracts/calls'
import { type Benchmark, figureOf, quantile } from './figure.ts'
import { openSite } from './knowledge/site.ts'
import { writePassages } from './knowledge/passages.ts'
import { newDataFolder, startServer } from './server/server-process.ts'

const pages = 10
const turns = 60

/** How long a caller waits for the first words of an answer, as a browser sees it: over the WebSocket of a call, with the built-in answerer. */
export const turn: Benchmark = {
  summary: 'from a typed question to the first words of the answer',
  async *run() {
    const site = await openSite(pages)
    const { folder, remove } = newDataFolder()
    const server = await startServer(folder, { MYNA_CRAWL_ALLOW_HOSTS: site.host })
    const firstWords: number[] = []
    const wholeTurns: number[] = []
    let refused = 0
    try {
      const creation = await server.api.agents.createFromWebsite({ url: site.url })
      for await (const _ of server.api.agents.watchCreation({ creationId: creation.id })) void _
      const call = await server.api.calls.talk({ agentId: creation.agentId })
      const messages = call.messages[Symbol.asyncIterator]()
      call.send({ type: 'mute', speech: false })
      const questions = writePassages(pages * 12).map((it) => it.question)
      await answerOf(messages)
      for (let at = 0; at < turns; at++) {
        // A call takes four turns a second in the long run.
        await sleep(260)
        const askedAt = performance.now()
        call.send({ type: 'text', text: questions[(at * 17) % questions.length]! })
        const { firstWordsAt, wasRefused } = await answerOf(messages)
        firstWords.push(firstWordsAt - askedAt)
        wholeTurns.push(performance.now() - askedAt)
        if (wasRefused) refused++
      }
      call.send({ type: 'hangup' })
      call.close()
    } finally {
      await server.stop()
      await site.close()
      remove()
    }
    yield figureOf({ name: 'first words of an answer, p50', unit: 'ms' }, quantile(firstWords, 0.5))
    yield figureOf({ name: 'first words of an answer, p95', unit: 'ms' }, quantile(firstWords, 0.95))
    yield figureOf({ name: 'whole answer, p50', unit: 'ms' }, quantile(wholeTurns, 0.5))
    yield figureOf({ name: `questions refused, of ${turns}`, unit: '' }, refused)
  },
}

/** Reads on to the end of the next thing the agent says: a greeting, then answers. */
async function answerOf(messages: AsyncIterator<TalkDown | Uint8Array>): Promise<{ firstWordsAt: number; wasRefused: boolean }> {
  let firstWordsAt = Number.NaN
  for (;;) {
    const { value: message, done } = await messages.next()
    if (done) throw new Error('the call ended before the answer')
    if (message instanceof Uint8Array) continue
    if (message.type === 'trouble') throw new Error(message.sentence)
    if (message.type === 'words' && Number.isNaN(firstWordsAt)) firstWordsAt = performance.now()
    if (message.type === 'turn' && message.turn.speaker === 'agent') return { firstWordsAt, wasRefused: message.turn.refused }
  }
}
