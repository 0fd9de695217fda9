import type { Embedder } from '@myna/ports/embedding'
import { PortFault } from '@myna/ports/fault'
import { faultOfFetch, faultOfStatus } from '#fault-of.ts'
import { readRefusal, readVectors } from '#read-vectors.ts'

/** A token is a byte at the least, so this many bytes are never more than the 8,192 tokens that OpenAI's models read. */
const maxTextBytes = 8_000
/** Of one request; OpenAI refuses 2,048 texts or 300,000 tokens, smaller servers far less. */
const maxTexts = 64
const maxRequestBytes = 250_000

/**
 * An embedder over OpenAI's `/embeddings`. `baseUrl` is the address before that, such as `https://api.openai.com/v1`; `dimensions` asks for shorter vectors, where the model can.
 * The address may be on the operator's own network, so `fetch` must be one that lets through only what the operator allows.
 */
export function createOpenAiEmbedder(it: {
  fetch: typeof globalThis.fetch
  baseUrl: string
  model: string
  key: string | undefined
  dimensions?: number
}): Embedder {
  const url = `${it.baseUrl.replace(/\/+$/, '')}/embeddings`
  const key = it.key?.trim()
  const { dimensions, model } = it

  const ask = async (texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> => {
    const response = await it.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float', ...(dimensions === undefined ? {} : { dimensions }) }),
      signal,
    })
    if (response.status !== 200) throw faultOfStatus(response.status, await readRefusal(response), response.headers.get('retry-after'))
    return readVectors(response, texts.length, dimensions)
  }

  return {
    name: `${new URL(url).host}/${model}${dimensions === undefined ? '' : `:${dimensions}`}`,
    ...(dimensions === undefined ? {} : { dimensions }),
    async embed(texts, signal) {
      signal.throwIfAborted()
      if (key !== undefined && /[^!-~]/.test(key))
        throw new PortFault('MYNA_EMBEDDING_KEY holds characters that no key has.', { retryable: false, status: 401 })
      const vectors: Float32Array[] = []
      try {
        for (const batch of batchesOf(texts.map(tidy))) vectors.push(...(await ask(batch, signal)))
      } catch (error) {
        signal.throwIfAborted()
        throw faultOfFetch(error)
      }
      if (vectors.some((vector) => vector.length !== vectors[0]?.length))
        throw new PortFault('The embedding server answered vectors of different lengths.', { retryable: false })
      return vectors
    },
  }
}

function* batchesOf(texts: readonly string[]): Generator<string[]> {
  let batch: string[] = []
  let bytes = 0
  for (const text of texts) {
    const more = Buffer.byteLength(text)
    if (batch.length === maxTexts || (batch.length > 0 && bytes + more > maxRequestBytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(text)
    bytes += more
  }
  if (batch.length > 0) yield batch
}

/** A text as the vendor takes it: whole characters, no null, not empty, not too long. */
function tidy(text: string): string {
  // Cut before it is looked at: texts may be huge, and no character is less than a byte.
  const clean = text.slice(0, maxTextBytes).replaceAll('\0', '').toWellFormed().trim()
  if (Buffer.byteLength(clean) <= maxTextBytes) return clean || '-'
  const cut = Buffer.from(clean).subarray(0, maxTextBytes)
  return new TextDecoder().decode(cut, { stream: true })
}
