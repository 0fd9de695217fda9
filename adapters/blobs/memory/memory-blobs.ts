import { checkedBlobName } from '@myna/ports/blob-name'
import type { BlobStore } from '@myna/ports/blobs'

/**
 * Blobs in this process's memory, for what can be made again: the least recently used are forgotten when all together exceed
 * `maxBytes`. A blob larger than an eighth of that is not kept, so that one cannot push out all the others.
 */
export function createMemoryBlobs(options: { maxBytes: number }): BlobStore {
  // A Map lists its keys in the order they were set: the least recently used come first.
  const blobs = new Map<string, Uint8Array>()
  let total = 0
  const forget = (name: string) => {
    total -= blobs.get(name)?.byteLength ?? 0
    blobs.delete(name)
  }
  return {
    name: 'memory',
    async put(name, body) {
      checkedBlobName(name)
      const pieces: Uint8Array[] = []
      let bytes = 0
      for await (const piece of body) {
        bytes += piece.byteLength
        if (bytes <= options.maxBytes / 8) pieces.push(piece)
      }
      forget(name)
      if (bytes > options.maxBytes / 8) return { bytes }
      // One copy of its own: pieces may be views into buffers far larger than themselves.
      blobs.set(name, Uint8Array.from(Buffer.concat(pieces)))
      total += bytes
      for (const oldest of blobs.keys()) {
        if (total <= options.maxBytes) break
        forget(oldest)
      }
      return { bytes }
    },
    async get(name) {
      const blob = blobs.get(checkedBlobName(name))
      if (!blob) return undefined
      blobs.delete(name)
      blobs.set(name, blob)
      return { bytes: blob.byteLength, body: pieces(blob) }
    },
    async delete(name) {
      forget(checkedBlobName(name))
    },
    async *list(prefix) {
      const names = [...blobs.keys()].filter((name) => name.startsWith(prefix)).sort()
      for (const name of names) {
        const blob = blobs.get(name)
        if (blob) yield { name, bytes: blob.byteLength }
      }
    },
  }
}

const pieceBytes = 65_536

async function* pieces(blob: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.byteLength; at += pieceBytes) yield blob.subarray(at, at + pieceBytes)
}
