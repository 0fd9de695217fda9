/** Most nonces of one turn; at a thousand writes a second a turn of 40 s has 40,000. */
const most = 500_000

/**
 * Remembers for at least `keptMs` which nonces were seen, in two turns: when one is over, the one before it is forgotten. The memory is bounded: a turn that is
 * full ends early.
 */
export function createNonceMemory(keptMs: number): { isNew(nonce: string, now: number): boolean } {
  let older = new Set<string>()
  let newer = new Set<string>()
  let turnedAt = 0
  return {
    isNew(nonce, now) {
      if (now - turnedAt >= keptMs || newer.size >= most) {
        // Who was not asked for two turns has nothing left that could come again.
        older = now - turnedAt >= 2 * keptMs ? new Set() : newer
        newer = new Set()
        turnedAt = now
      }
      if (newer.has(nonce) || older.has(nonce)) return false
      newer.add(nonce)
      return true
    },
  }
}
