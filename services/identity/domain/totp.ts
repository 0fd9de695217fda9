import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepMs = 30_000
const digits = 6
/** Clocks of telephones may be this many steps off. */
const driftSteps = 1

/** A new secret of 160 bits (RFC 4226, section 4, R6). */
export function makeTotpSecret(): Uint8Array {
  return randomBytes(20)
}

/** Bytes in base32 without padding (RFC 4648), as authenticator apps read them. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((it) => alphabet[Number.parseInt(it.padEnd(5, '0'), 2)]).join('')
}

/** What the picture of an authenticator app says. Its label is shown there, so that it must not hold what looks like another parameter. */
export function totpUri(secret: Uint8Array, email: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepMs / 1_000}`
}

/** The time step of a moment (RFC 6238, section 4.2). */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / stepMs)
}

/** The code of a step: HOTP (RFC 4226, section 5.3) over SHA-1. */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac[mac.length - 1]! & 0xf
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The step a code is good for: now or one step off, and after every step that was accepted before, so that a code works once
 * (RFC 6238, section 5.2). Undefined when it is wrong. Every step is looked at, whichever fits.
 */
export function acceptedStep(secret: Uint8Array, code: string, now: Date, lastStep: number): number | undefined {
  const given = Buffer.from(code.replace(/\s/g, ''))
  let found: number | undefined
  for (let step = stepOf(now) - driftSteps; step <= stepOf(now) + driftSteps; step += 1) {
    const wanted = Buffer.from(codeOf(secret, step))
    const same = given.length === wanted.length && timingSafeEqual(given, wanted)
    if (same && step > lastStep && found === undefined) found = step
  }
  return found
}
