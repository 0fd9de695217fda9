/** How a request to the outside ended: with a status, or without an answer because of `error`. */
export type RequestEnd = { status: number } | { error: unknown }

/** Is told when a request to the outside begins; what it gives back is to be called once with how it ended. */
export type WatchRequest = () => (end: RequestEnd) => void

/** Asks and tells whoever watches; undefined watches nobody. The head of the answer is its end. */
export async function watched<R extends { status: number }>(watch: WatchRequest | undefined, ask: () => Promise<R>): Promise<R> {
  if (!watch) return ask()
  const ended = watch()
  try {
    const answer = await ask()
    ended({ status: answer.status })
    return answer
  } catch (error) {
    ended({ error })
    throw error
  }
}
