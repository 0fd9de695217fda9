import { PortFault } from '@myna/ports/fault'

/** A `fetch` whose answers break off with a `PortFault` once they are longer than `maxBytes`: no server can fill the memory of this process. */
export function boundFetch(fetch: typeof globalThis.fetch, maxBytes: number): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    if (!response.body) return response
    let left = maxBytes
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          left -= chunk.byteLength
          if (left >= 0) controller.enqueue(chunk)
          else controller.error(new PortFault('The language model sent far more than it was asked for.', { retryable: false }))
        },
      }),
    )
    return new Response(counted, { status: response.status, statusText: response.statusText, headers: response.headers })
  }
}
