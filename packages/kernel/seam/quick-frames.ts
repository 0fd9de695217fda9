/** Longer messages are left to the library: they are rare, and must not be gathered here piece by piece. */
const longestQuick = 4_096

/** In the first byte of a frame: whether it is the last of its message, what an extension would set, and its kind. */
const [finalBit, reservedBits, kindBits] = [0x80, 0x70, 0x0f]
/** In the second: whether it is masked, and its length or where that stands. */
const [maskBit, lengthBits] = [0x80, 0x7f]
const maskBytes = 4
const wholeText = 0x81
const closeKind = 0x8

/** Where the message is that is handed over just now, and the same in words of four bytes. */
const message = Buffer.alloc(longestQuick)
const words = new Int32Array(message.buffer, message.byteOffset, longestQuick / 4)

/**
 * Reads what comes on a WebSocket's connection (RFC 6455, section 5.2): a short text message of a client, which is what sound comes in, is handed to `text` without
 * anything in between, valid only during the call. Every other frame goes to `others` as it came, whole or in pieces but never with bytes of another that was
 * handed to `text`: whoever reads those knows the protocol in full. Nothing is read after the other side's close. The bytes given are not kept.
 */
export function createQuickFrames({ text, others }: { text(message: Buffer): void; others(bytes: Buffer): void }): (bytes: Buffer) => void {
  /** The beginning of a frame whose end has not come yet. */
  let rest: Buffer | undefined
  /** Bytes still to come of a frame that goes to others. */
  let othersLeft = 0
  /** A message in several frames goes on: all of them go to others. */
  let isParted = false
  /** The other side breaks the protocol: it is for others to say so. */
  let isBroken = false
  let isClosing = false

  return (bytes) => {
    if (isBroken) return others(Buffer.from(bytes))
    const all = rest ? Buffer.concat([rest, bytes]) : bytes
    rest = undefined
    for (let at = 0; at < all.length; ) {
      if (othersLeft > 0) {
        const end = Math.min(all.length, at + othersLeft)
        othersLeft -= end - at
        others(Buffer.from(all.subarray(at, end)))
        at = end
        continue
      }
      if (isClosing) return
      const headBytes = headBytesAt(all, at)
      if (all.length - at < headBytes) {
        rest = Buffer.from(all.subarray(at))
        return
      }
      const first = all[at]!
      if ((all[at + 1]! & maskBit) === 0 || (first & reservedBits) !== 0) {
        isBroken = true
        return others(Buffer.from(all.subarray(at)))
      }
      const length = lengthAt(all, at)
      if (first === wholeText && !isParted && length <= longestQuick) {
        const from = at + headBytes
        if (all.length < from + length) {
          rest = Buffer.from(all.subarray(at))
          return
        }
        at = from + length
        all.copy(message, 0, from, at)
        unmask(all.readInt32LE(from - maskBytes), length)
        text(message.subarray(0, length))
        continue
      }
      const kind = first & kindBits
      isClosing = kind === closeKind
      if (kind < closeKind) isParted = (first & finalBit) === 0
      othersLeft = headBytes + length
    }
  }
}

/** How long the head of the frame at `at` is, its mask included, as far as can be told by now: never more than it is. */
function headBytesAt(bytes: Buffer, at: number): number {
  const length = (bytes[at + 1] ?? 0) & lengthBits
  return 2 + (length < 126 ? 0 : length === 126 ? 2 : 8) + maskBytes
}

/** How long the content of the frame at `at` is, whose head is there. */
function lengthAt(bytes: Buffer, at: number): number {
  const length = bytes[at + 1]! & lengthBits
  if (length < 126) return length
  return length === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6)
}

/** Takes a mask off so many bytes of the message, and off what fills up its last word. */
function unmask(mask: number, length: number): void {
  const count = (length + 3) >> 2
  for (let at = 0; at < count; at++) words[at]! ^= mask
}
