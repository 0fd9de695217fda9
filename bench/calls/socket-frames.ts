/*
 * The base framing protocol of WebSockets (RFC 6455, section 5.2): as much of it as two ends that know each other need on this machine. A message is one
 * frame; nothing is fragmented or compressed.
 */

const text = 0x1
const close = 0x8
const ping = 0x9

type Handlers = {
  /** A text message: `length` bytes from `at`; valid only during the call. */
  message(bytes: Buffer, at: number, length: number): void
  close(): void
  ping?(): void
}

/** Cuts a stream of bytes into frames, and takes the mask off in place. */
export function createFrameReader(handlers: Handlers): (bytes: Buffer) => void {
  let rest: Buffer | undefined
  return (bytes) => {
    const all = rest ? Buffer.concat([rest, bytes]) : bytes
    rest = undefined
    let at = 0
    for (;;) {
      const left = all.length - at
      if (left < 2) break
      const isMasked = (all[at + 1]! & 0x80) !== 0
      let length = all[at + 1]! & 0x7f
      let header = 2
      if (length === 127) return handlers.close()
      if (length === 126) {
        if (left < 4) break
        length = (all[at + 2]! << 8) | all[at + 3]!
        header = 4
      }
      const maskAt = at + header
      if (isMasked) header += 4
      if (left < header + length) break
      const payloadAt = at + header
      if (isMasked) unmask(all, maskAt, payloadAt, length)
      const kind = all[at]! & 0xf
      if (kind === text) handlers.message(all, payloadAt, length)
      else if (kind === close) return handlers.close()
      else if (kind === ping) handlers.ping?.()
      at = payloadAt + length
    }
    if (at < all.length) rest = Buffer.from(all.subarray(at))
  }
}

function unmask(bytes: Buffer, maskAt: number, at: number, length: number): void {
  const a = bytes[maskAt]!
  const b = bytes[maskAt + 1]!
  const c = bytes[maskAt + 2]!
  const d = bytes[maskAt + 3]!
  const end = at + length
  let index = at
  for (; index + 3 < end; index += 4) {
    bytes[index]! ^= a
    bytes[index + 1]! ^= b
    bytes[index + 2]! ^= c
    bytes[index + 3]! ^= d
  }
  for (let key = 0; index < end; index++, key++) bytes[index]! ^= bytes[maskAt + key]!
}

/** A frame with room for a text of so many bytes (less than 65,536), and where the text begins. With a mask it is a client's; the text is masked by whoever writes it. */
export function textFrame(length: number, mask?: Uint8Array): { frame: Buffer; at: number } {
  const isShort = length < 126
  const at = (isShort ? 2 : 4) + (mask ? 4 : 0)
  const frame = Buffer.alloc(at + length)
  frame[0] = 0x80 | text
  frame[1] = (mask ? 0x80 : 0) | (isShort ? length : 126)
  if (!isShort) frame.writeUInt16BE(length, 2)
  if (mask) frame.set(mask, at - 4)
  return { frame, at }
}

/** A whole text message of ASCII characters. */
export function writeText(words: string, mask?: Uint8Array): Buffer {
  const { frame, at } = textFrame(words.length, mask)
  frame.write(words, at, 'latin1')
  if (mask) for (let index = 0; index < words.length; index++) frame[at + index]! ^= mask[index & 3]!
  return frame
}
