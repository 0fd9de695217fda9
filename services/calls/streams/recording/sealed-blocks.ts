import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/*
 * Bytes kept encrypted: blocks of u32 length, 12 bytes nonce, 16 bytes tag, ciphertext (AES-256-GCM). Each block is bound to its name and its place, so that
 * none can be moved, left out in the middle or brought from elsewhere.
 */
const headBytes = 4 + 12 + 16
/** A length above this is no block of ours. */
const mostBytes = 1_048_576

const boundTo = (name: string, index: number): Buffer => Buffer.from(`${name}:${index}`)

/** One block, ready to be written. A `KeyObject` is quicker for who writes many. */
export function sealBlock(key: Uint8Array | KeyObject, name: string, index: number, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(name, index))
  const sealed = Buffer.allocUnsafe(headBytes + plain.byteLength)
  sealed.writeUInt32LE(plain.byteLength, 0)
  nonce.copy(sealed, 4)
  cipher.update(plain).copy(sealed, headBytes)
  cipher.final()
  cipher.getAuthTag().copy(sealed, 16)
  return sealed
}

/**
 * The blocks of what was written, in order, under the one of the keys that opens the first. With `cutOff` an end that is missing or broken ends them quietly, as it is after a process died while writing;
 * otherwise it throws, as every block that was changed does.
 */
export async function* openBlocks(
  sealed: AsyncIterable<Uint8Array>,
  { keys, name, end }: { keys: readonly Uint8Array[]; name: string; end: 'whole' | 'cut-off' },
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let index = 0
  let key: Uint8Array | undefined
  for await (const piece of sealed) {
    rest = rest.byteLength === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength) : Buffer.concat([rest, piece])
    while (rest.byteLength >= headBytes) {
      const length = rest.readUInt32LE(0)
      if (length > mostBytes) {
        if (end === 'cut-off') return
        throw new Error(`${name} is damaged`)
      }
      if (rest.byteLength < headBytes + length) break
      const block = rest.subarray(0, headBytes + length)
      if (index === 0) key = keys.find((it) => opened(it, name, 0, block) !== undefined)
      const plain = key && opened(key, name, index++, block)
      if (!plain) {
        if (end === 'cut-off') return
        throw new Error(`${name} was changed`)
      }
      yield plain
      rest = rest.subarray(headBytes + length)
    }
  }
  if (rest.byteLength > 0 && end === 'whole') throw new Error(`${name} ends too early`)
}

/** What a block holds; undefined when it is not of this key, name and place, or was changed. */
function opened(key: Uint8Array, name: string, index: number, block: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, block.subarray(4, 16)).setAAD(boundTo(name, index))
  decipher.setAuthTag(block.subarray(16, headBytes))
  const plain = decipher.update(block.subarray(headBytes))
  try {
    decipher.final()
    return plain
  } catch {
    return undefined
  }
}

/** Encrypts bytes as they pass, in blocks of 64 KB. */
export async function* sealed(plain: AsyncIterable<Uint8Array>, key: Uint8Array, name: string): AsyncGenerator<Uint8Array> {
  let index = 0
  for await (const piece of plain) for (let at = 0; at < piece.byteLength; at += 65_536) yield sealBlock(key, name, index++, piece.subarray(at, at + 65_536))
}
