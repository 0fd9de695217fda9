import { openPlace } from './events/place.ts'
import { type Benchmark, comparedWith } from './figure.ts'
import { openBenchDatabase, openBoss, ourQueue } from './jobs/queues.ts'

const counts = { 4: 1_000, 50: 5_000 }

/** Short jobs a second, one process, on both databases, one after another to many at once, beside pg-boss in batches of as many. */
export const jobs: Benchmark = {
  summary: 'short jobs a second on both databases, against pg-boss',
  async *run({ rounds = 3 }) {
    const place = await openPlace()
    try {
      yield* compare('PostgreSQL', place.url, rounds)
    } finally {
      await place.close()
    }
    yield* compare('embedded', undefined, rounds)
  },
}

async function* compare(where: string, url: string | undefined, rounds: number) {
  const { database, close } = await openBenchDatabase(url)
  try {
    const ours = ourQueue(database)
    const boss = await openBoss(database)
    for (const atOnce of [4, 50] as const) {
      const count = counts[atOnce]
      const mine: number[] = []
      const peers: number[] = []
      for (let round = 0; round < rounds; round++) {
        mine.push((count * 1_000) / (await ours.run(count, atOnce)))
        peers.push((count * 1_000) / (await boss.run(count, atOnce)))
      }
      yield comparedWith({ name: `${where}, ${atOnce} at once`, unit: 'jobs/s' }, mine, peers)
    }
    await boss.close()
  } finally {
    await close()
  }
}
