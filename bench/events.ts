import { openPlace } from './events/place.ts'
import { measure, openEvents, openNotify, openRabbit, rabbitUrl, type Way } from './events/ways.ts'
import { type Benchmark, comparedWith, quantile } from './figure.ts'
import { postgresUrl } from './machine.ts'

const rates = [20, 100, 300]
const seconds = 4

/** How long after its commit an event is heard by another process, by the database and by RabbitMQ, beside what carries it with nothing around. */
export const events: Benchmark = {
  summary: 'commit → heard by another process, by PostgreSQL and by RabbitMQ, against bare notifications and messages',
  async *run({ rounds = 3 }) {
    process.stderr.write(`PostgreSQL at ${new URL(postgresUrl).host}, RabbitMQ at ${new URL(rabbitUrl).host}\n`)
    const place = await openPlace()
    const beside = await openPlace()
    try {
      yield* compare('PostgreSQL', await openEvents(place.url, false), await openNotify(beside.url), rounds)
      yield* compare('RabbitMQ', await openEvents(place.url, true), await openRabbit(), rounds)
    } finally {
      await place.close()
      await beside.close()
    }
  },
}

async function* compare(where: string, ours: Way, peer: Way, rounds: number) {
  let from = 0
  try {
    for (const way of [ours, peer]) await measure(way, 20, 1, (from += 100_000))
    for (const rate of rates) {
      const mine: number[][] = []
      const peers: number[][] = []
      for (let round = 0; round < rounds; round++) {
        mine.push(await measure(ours, rate, seconds, (from += 100_000)))
        peers.push(await measure(peer, rate, seconds, (from += 100_000)))
      }
      for (const [title, part] of [
        ['median', 0.5],
        ['p99', 0.99],
      ] as const) {
        const it = { name: `${where}, ${rate} events/s, ${title}`, unit: 'ms', ...(part === 0.99 ? { goal: { of: 'value', atMost: 50 } as const } : {}) }
        yield comparedWith(
          it,
          mine.map((times) => quantile(times, part)),
          peers.map((times) => quantile(times, part)),
        )
      }
    }
  } finally {
    await ours.close()
    await peer.close()
  }
}
