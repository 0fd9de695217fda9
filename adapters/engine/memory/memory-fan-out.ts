import type { FanOut } from '@myna/ports/fan-out'
import { createTopics } from '@myna/ports/topics'

/** News within this process, which is never away. */
export function createMemoryFanOut(): FanOut {
  const { say, subscribe } = createTopics()
  return { name: 'memory', publish: say, subscribe, onReturn: () => () => {}, close: async () => {} }
}
