import { setTimeout as sleep } from 'node:timers/promises'
import { ApiFault } from '@myna/sdk'
import { type Asker, openTenant } from '#chaos/asking.ts'

const noisyAtOnce = 40
const quietRequests = 100

export type Noise = {
  quiet: number
  failed: number
  examples: string[]
  noisy: { answered: number; limited: number }
  /** Middle and 99th hundredth of the quiet one's times in ms. */
  alone: readonly number[]
  beside: readonly number[]
}

/** A quiet organisation asks alone, then beside one that asks as fast as it can. */
export async function noiseBeside(urls: readonly string[], quiet: Asker, { baseId }: { baseId: string }): Promise<Noise> {
  const examples: string[] = []
  const failures = { count: 0 }
  const ask = async (): Promise<readonly number[]> => {
    const times: number[] = []
    for (let at = 0; at < quietRequests; at++) {
      const began = performance.now()
      try {
        const api = quiet.door()
        if (at % 4 === 0) await api.knowledge.addItem({ baseId, category: 'business_information', title: 'Beside noise', text: 'It is heard all the same.' })
        else await api.knowledge.getBase({ baseId })
      } catch (error) {
        failures.count++
        examples.push(error instanceof ApiFault ? error.code : String(error))
      }
      times.push(performance.now() - began)
      await sleep(20)
    }
    times.sort((a, b) => a - b)
    return [times[Math.floor(times.length / 2)]!, times[Math.floor(times.length * 0.99)]!].map((it) => Math.round(it * 10) / 10)
  }
  const alone = await ask()
  const loud = await openTenant(urls, 'Noise')
  const agent = await loud.ask((api) => api.agents.createAgent({ name: 'Noise', config: { businessName: 'Noise' } }))
  const noisy = { answered: 0, limited: 0 }
  let over = false
  const shout = async () => {
    while (!over) {
      try {
        await loud.door().knowledge.addItem({ baseId: agent.baseId, category: 'business_information', title: 'Noise', text: 'More of it.' })
        noisy.answered++
      } catch {
        noisy.limited++
        await sleep(5)
      }
    }
  }
  const shouting = Promise.all(Array.from({ length: noisyAtOnce }, shout))
  const beside = await ask()
  over = true
  await shouting
  return { quiet: 2 * quietRequests, failed: failures.count, examples: examples.slice(0, 5), noisy, alone, beside }
}
