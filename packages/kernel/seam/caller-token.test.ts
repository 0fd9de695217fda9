import { randomBytes } from 'node:crypto'
import type { Caller } from '@myna/contracts/caller'
import { describe, expect, it } from 'vitest'
import { createCallerGate, type Errand, signCaller } from '#seam/caller-token.ts'
import { createNonceMemory } from '#seam/nonce-memory.ts'

const secret = randomBytes(32)
const now = 1_800_000_000_000
const caller: Caller = { tenantId: null, subject: 'user:1', roles: ['owner'], scopes: ['*'], traceId: 'trace-01' }
const errand: Errand = { service: 'identity', method: 'POST', target: '/api/v1/identity/tenants?a=1' }
const refused = (why: string) =>
  expect.objectContaining({ code: 'request.unauthenticated', detail: expect.objectContaining({ why: expect.stringContaining(why) }) })
const admit = (token: string, it: Partial<{ errand: Errand; changes: boolean; at: number; gate: ReturnType<typeof createCallerGate> }> = {}) =>
  (it.gate ?? createCallerGate(secret)).admit(token, it.errand ?? errand, it.changes ?? true, it.at ?? now)

describe('a caller token', () => {
  it('brings its caller', () => {
    expect(admit(signCaller(caller, errand, secret, now))).toEqual(caller)
  })

  it('brings people with any name, and much of them, in letters a header may hold', () => {
    const people = { ...caller, name: 'রহিম ✓ "a\\b"\u0007', scopes: Array.from({ length: 400 }, (_, at) => `scope:${at}:অ`) }
    const token = signCaller(people, errand, secret, now)
    expect(token).toMatch(/^[\x20-\x7e]+$/)
    expect(admit(token)).toEqual(people)
  })

  it('that is forged in any part is refused', () => {
    const token = signCaller(caller, errand, secret, now)
    const [, keyId, mac, body] = /^([^.]+)\.([^.]+)\.(.*)$/.exec(token) as unknown as [string, string, string, string]
    const other = JSON.stringify({ caller: { ...caller, subject: 'operator' }, at: now, nonce: 'n' })
    for (const forged of [`${keyId}.${mac}.${other}`, `${keyId}.${mac}.{}`, `${keyId}.${mac.slice(1)}A.${body}`])
      expect(() => admit(forged)).toThrow(refused('forged'))
    const malformed = ['', '.', '..', 'e30.e30', `${keyId}.${mac}`, `${keyId}..${body}`, `${keyId}.${mac}.`, `x.${mac}.${body}`]
    for (const unknown of [...malformed, signCaller(caller, errand, randomBytes(32), now)]) expect(() => admit(unknown)).toThrow(refused('unknown key'))
  })

  it('is good for one service, one method, one address', () => {
    const token = signCaller(caller, errand, secret, now)
    for (const other of [{ service: 'audit' }, { method: 'DELETE' }, { target: '/api/v1/identity/tenants?a=2' }, { target: '/api/v1/identity' }])
      expect(() => admit(token, { errand: { ...errand, ...other } })).toThrow(refused('another request'))
  })

  it('is refused late or early, but clocks may be some seconds apart', () => {
    const token = signCaller(caller, errand, secret, now)
    for (const apart of [-4_000, 0, 30_000, 34_000]) expect(admit(token, { at: now + apart })).toEqual(caller)
    for (const late of [36_000, 60_000]) expect(() => admit(token, { at: now + late })).toThrow(refused('too old'))
    expect(() => admit(token, { at: now - 6_000 })).toThrow(refused('of the future'))
  })

  it('that comes again is refused where it changes something, and where it asks it is not', () => {
    const gate = createCallerGate(secret)
    const token = signCaller(caller, errand, secret, now)
    expect(admit(token, { gate })).toEqual(caller)
    for (const after of [0, 1_000, 34_000]) expect(() => admit(token, { gate, at: now + after })).toThrow(refused('used before'))
    expect(admit(signCaller(caller, errand, secret, now), { gate })).toEqual(caller)
    const question = signCaller(caller, { ...errand, method: 'GET' }, secret, now)
    for (let count = 0; count < 2; count++) expect(admit(question, { gate, errand: { ...errand, method: 'GET' }, changes: false })).toEqual(caller)
  })

  it('that is refused for another reason is not used up', () => {
    const gate = createCallerGate(secret)
    const token = signCaller(caller, errand, secret, now)
    expect(() => admit(token, { gate, errand: { ...errand, service: 'audit' } })).toThrow()
    expect(admit(token, { gate })).toEqual(caller)
  })

  it('under the secret before is believed while both are named, and no longer', () => {
    const next = randomBytes(32)
    const token = signCaller(caller, errand, secret, now)
    expect(admit(token, { gate: createCallerGate(next, secret) })).toEqual(caller)
    expect(admit(signCaller(caller, errand, next, now), { gate: createCallerGate(next, secret) })).toEqual(caller)
    expect(() => admit(token, { gate: createCallerGate(next) })).toThrow(refused('unknown key'))
  })
})

describe('the memory of nonces', () => {
  it('keeps each at least as long as it was told, and forgets', () => {
    const memory = createNonceMemory(1_000)
    for (let at = 0; at < 10_000; at += 10) expect(memory.isNew(`n${at}`, at)).toBe(true)
    for (let at = 9_000; at < 10_000; at += 10) expect(memory.isNew(`n${at}`, 9_990)).toBe(false)
    expect(memory.isNew('n0', 9_990)).toBe(true)
    expect(memory.isNew('n9990', 20_000)).toBe(true)
  })
})
