import { randomFillSync } from 'node:crypto'

const random = new Uint8Array(4096)
let used = random.length
let lastMs = 0
let sequence = 0

/**
 * A new id: UUID version 7 (RFC 9562, 5.7), milliseconds since 1970 then a counter (method 1 of 6.2) then 62 random bits.
 * Ids of one process sort in the order they were made, also when its clock is set back.
 */
export function newId(): string {
  if (used + 10 > random.length) {
    randomFillSync(random)
    used = 0
  }
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = (((random[used + 8] ?? 0) << 8) | (random[used + 9] ?? 0)) & 0x7ff
  } else {
    sequence += 1
    if (sequence > 0xfff) {
      lastMs += 1
      sequence = 0
    }
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const bytes = random.subarray(used, used + 8)
  used += 10
  const tail = Buffer.from(bytes)
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80
  const rest = tail.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${rest.slice(0, 4)}-${rest.slice(4)}`
}
