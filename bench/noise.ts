import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '@myna/kernel'
import { type Benchmark, comparedWith, quantile } from './figure.ts'
import { type Diary, openOnServer } from './tenant/diary.ts'

const noisyAtOnce = 40
const asked = 150

/** What a quiet tenant waits for its transactions while another asks as fast as it can, in one process on PostgreSQL; its peer is itself, alone. */
export const noise: Benchmark = {
  summary: 'what a quiet tenant waits for its transactions beside a noisy one, against alone',
  async *run({ rounds = 3 }) {
    const diary = await openOnServer()
    try {
      const [noisy, quiet] = [...new Set(diary.entries.map(({ tenantId }) => tenantId))] as [string, string]
      await timesOf(diary, quiet)
      const alone: number[][] = []
      const beside: number[][] = []
      for (let round = 0; round < rounds; round++) {
        alone.push(await timesOf(diary, quiet))
        let over = false
        const shout = async () => {
          while (!over) await write(diary, noisy)
        }
        const shouting = Promise.all(Array.from({ length: noisyAtOnce }, shout))
        beside.push(await timesOf(diary, quiet))
        over = true
        await shouting
      }
      for (const [title, part] of [
        ['median', 0.5],
        ['p99', 0.99],
      ] as const)
        yield comparedWith(
          { name: `a quiet tenant beside ${noisyAtOnce} writers of another, ${title}`, unit: 'ms' },
          beside.map((times) => quantile(times, part)),
          alone.map((times) => quantile(times, part)),
        )
    } finally {
      await diary.close()
    }
  },
}

async function write({ db }: Diary, tenantId: string): Promise<void> {
  await db.inTenant({ tenantId }, (tx) => tx.insertInto('entries').values({ tenant_id: tenantId, id: newId(), text: 'something that was written' }).execute())
}

/** Transactions of a tenant one after another, with a pause between them, and how long each took. */
async function timesOf(diary: Diary, tenantId: string): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < asked; at++) {
    const began = performance.now()
    await write(diary, tenantId)
    times.push(performance.now() - began)
    await sleep(10)
  }
  return times
}
