import { DocumentFault } from './document.ts'

/** All bytes of a document. Throws `too_large` beyond a limit, and the reason of `signal` once that is aborted. */
export async function wholeBody(body: AsyncIterable<Uint8Array>, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    signal.throwIfAborted()
    length += chunk.byteLength
    if (length > maxBytes) throw new DocumentFault('too_large', `more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
