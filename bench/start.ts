import { setTimeout as sleep } from 'node:timers/promises'
import { type Benchmark, figureOf } from './figure.ts'
import { memoryOf } from './server/process-memory.ts'
import { newDataFolder, startServer } from './server/server-process.ts'

const rounds = 5
const idleMs = 10_000

/** How long a person waits for the server, and what it takes while nobody asks. */
export const start: Benchmark = {
  summary: 'cold and warm start to ready, idle memory',
  async *run() {
    const cold: number[] = []
    const warm: number[] = []
    const memory: ReturnType<typeof memoryOf>[] = []
    for (let round = 0; round < rounds; round++) {
      const { folder, remove } = newDataFolder()
      try {
        const first = await startServer(folder)
        cold.push(first.readyMs / 1000)
        await first.stop()
        const second = await startServer(folder)
        warm.push(second.readyMs / 1000)
        await sleep(idleMs)
        memory.push(memoryOf(second.pid))
        await second.stop()
      } finally {
        remove()
      }
    }
    yield figureOf({ name: 'cold start, new data folder', unit: 's', goal: { of: 'value', atMost: 8 } }, cold)
    yield figureOf({ name: 'warm start', unit: 's', goal: { of: 'value', atMost: 3 } }, warm)
    yield figureOf(
      { name: 'idle memory after 10 s, PSS of all processes', unit: 'MB', goal: { of: 'value', atMost: 400 } },
      memory.map((it) => it.pss),
    )
    yield figureOf(
      { name: 'idle memory after 10 s, RSS of all processes', unit: 'MB' },
      memory.map((it) => it.rss),
    )
    yield figureOf(
      { name: 'processes', unit: '' },
      memory.map((it) => it.processes),
    )
  },
}
