export { createMemoryBroker, createMemoryQueues, type MemoryQueues } from './memory-broker.ts'
