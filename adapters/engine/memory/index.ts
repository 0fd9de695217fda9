export { createMemoryCache } from '#memory-cache.ts'
export { createMemoryCounters } from '#memory-counters.ts'
export { createMemoryFanOut } from '#memory-fan-out.ts'
export { createMemoryPresence } from '#memory-presence.ts'
