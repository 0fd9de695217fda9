/**
 * One sound after the other. The first is handed on as it comes; from its first piece on the next is fetched whole, and so forth, so that no pause is heard between them. A
 * failure is told when it is its turn.
 */
export async function* inTurn<T>(parts: readonly T[], open: (part: T) => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let next: Promise<Uint8Array[]> | undefined
  for (const [at, part] of parts.entries()) {
    const pieces = next ? await next : open(part)
    next = undefined
    for await (const piece of pieces) {
      const following = parts[at + 1]
      if (following !== undefined && !next) {
        next = Array.fromAsync(open(following))
        next.catch(() => {})
      }
      yield piece
    }
  }
}
