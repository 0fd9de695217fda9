import { setTimeout as sleep } from 'node:timers/promises'
import { type Benchmark, figureOf, type Goal, quantile } from './figure.ts'
import { createDrawnEmbedder } from './knowledge/embedder.ts'
import { type FilledBase, openFilledBase } from './knowledge/base.ts'
import { type Passage, writePassages } from './knowledge/passages.ts'
import { openSite } from './knowledge/site.ts'
import { memoryOf } from './server/process-memory.ts'
import { newDataFolder, startServer } from './server/server-process.ts'

const passages = 10_000
const lookups = 2_000
const lookupsBesideWriter = 300
/** A person correcting knowledge saves no faster than this. */
const writerPauseMs = 1_000
const pages = 50
const creations = 3

/** How fast knowledge is found again, and how fast a website becomes an agent. */
export const knowledge: Benchmark = {
  summary: 'lookups in 10,000 passages, building an agent from a site of 50 pages, peak memory',
  async *run() {
    yield* lookUp()
    yield* lookUpByMeaning()
    yield* build()
  },
}

async function* lookUp() {
  const all = writePassages(passages)
  const startedAt = performance.now()
  const base = await openFilledBase(all)
  try {
    yield figureOf({ name: 'writing a passage, one after the other', unit: 'ms' }, (performance.now() - startedAt) / passages)
    const [cold] = await timeLookups(base, all, 1)
    yield figureOf({ name: 'first lookup, which builds the index', unit: 'ms' }, cold!)
    await timeLookups(base, all, 200)
    yield* quantiles(`lookup in ${passages.toLocaleString('en')} passages`, await timeLookups(base, all, lookups), { of: 'value', atMost: 10 })

    const stop = new AbortController()
    const writing = write(base, stop.signal)
    const times = await timeLookups(base, all, lookupsBesideWriter, 20)
    stop.abort()
    await writing
    yield* quantiles('lookup while a passage is written every second', times)
  } finally {
    await base.close()
  }
}

async function* lookUpByMeaning() {
  const all = writePassages(passages)
  const base = await openFilledBase(all, createDrawnEmbedder())
  try {
    await timeLookups(base, all, 200, 5)
    const name = `lookup in ${passages.toLocaleString('en')} passages by words and meaning, without the time of the embedder`
    yield* quantiles(name, await timeLookups(base, all, lookups), { of: 'value', atMost: 10 })
  } finally {
    await base.close()
  }
}

/** How long each of some lookups took, in ms; questions are about passages all over the base, in their languages. */
async function timeLookups({ client, baseId }: FilledBase, all: readonly Passage[], count: number, pauseMs = 0): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const { question } = all[(at * 4_999) % all.length]!
    const start = performance.now()
    const { hits } = await client.searchItems({ baseId, question })
    times.push(performance.now() - start)
    if (hits.length === 0) throw new Error(`nothing was found for "${question}"`)
    if (pauseMs > 0) await sleep(pauseMs)
  }
  return times
}

async function write({ client, baseId }: FilledBase, signal: AbortSignal): Promise<void> {
  for (const { category, title, text } of writePassages(100_000)) {
    await client.addItem({ baseId, category, title, text: `${text} Corrected today.` })
    await sleep(writerPauseMs, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
  }
}

function* quantiles(name: string, times: readonly number[], goal?: Goal) {
  yield figureOf({ name: `${name}, p50`, unit: 'ms' }, quantile(times, 0.5))
  yield figureOf({ name: `${name}, p99`, unit: 'ms', ...(goal ? { goal } : {}) }, quantile(times, 0.99))
}

async function* build() {
  const site = await openSite(pages)
  const seconds: number[] = []
  const peaks: number[] = []
  const steps: Record<string, number[]> = {}
  try {
    for (let round = 0; round < creations; round++) {
      const { folder, remove } = newDataFolder()
      const server = await startServer(folder, { MYNA_CRAWL_ALLOW_HOSTS: site.host })
      try {
        const startedAt = performance.now()
        const { id } = await server.api.agents.createFromWebsite({ url: site.url })
        for await (const _ of server.api.agents.watchCreation({ creationId: id })) void _
        seconds.push((performance.now() - startedAt) / 1000)
        peaks.push(memoryOf(server.pid).peak)
        const creation = await server.api.agents.getCreation({ creationId: id })
        if (creation.status !== 'done') throw new Error(`building the agent ended ${creation.status}: ${creation.steps.find((it) => it.fault)?.sentence}`)
        for (const it of creation.steps)
          if (it.startedAt && it.endedAt) (steps[it.name] ??= []).push((Date.parse(it.endedAt) - Date.parse(it.startedAt)) / 1000)
        process.stderr.write(`${creation.steps.map((it) => it.sentence).join(' | ')}\n`)
      } finally {
        await server.stop()
        remove()
      }
    }
  } finally {
    await site.close()
  }
  yield figureOf({ name: `building an agent from ${pages} pages`, unit: 's', goal: { of: 'value', atMost: 10 } }, seconds)
  for (const [name, times] of Object.entries(steps)) yield figureOf({ name: `of it, ${name}`, unit: 's' }, times)
  yield figureOf({ name: 'peak memory of the server meanwhile, RSS of all processes', unit: 'MB', goal: { of: 'value', atMost: 700 } }, peaks)
}
