import { brokerConformance } from '@myna/ports/conformance/broker'
import { createMemoryBroker, createMemoryQueues } from './memory-broker.ts'

brokerConformance('memory', async () => {
  const queues = createMemoryQueues()
  return { connect: () => createMemoryBroker({ queues, againAfterMs: 1, mostFailures: 5 }), close: async () => queues.clear() }
})
