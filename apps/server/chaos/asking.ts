import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, ApiFault, createClient } from '@myna/sdk'

/** Someone who asks at either door, and again at the other, until there is an answer. */
export type Asker = {
  /** Asks until answered or refused for good; the same key every time. Throws what was refused, or `GaveUp`. */
  ask<R>(what: (api: Api, options: { idempotencyKey?: string; signal: AbortSignal }) => Promise<R>, key?: string): Promise<R>
  /** A client of the door that is asked next. */
  door(): Api
  /** Faults met on the way, by code. */
  met: Map<string, number>
}

/** Nobody answered for so long that it is not asked again. */
export class GaveUp extends Error {
  override name = 'GaveUp'
}

const longestMs = 200_000
const oneTryMs = 20_000
/** Faults that say: later, perhaps. */
const passing = new Set([
  'server.unavailable',
  'server.draining',
  'server.unexpected',
  'request.deadline',
  'request.in_progress',
  'request.rate_limited',
  'request.cancelled',
])

/** Opens an asker for the holder of an API key or a cookie. */
export function createAsker(urls: readonly string[], headers: Record<string, string>): Asker {
  const doors = urls.map((url) => createClient({ baseUrl: `${url}/api/v1`, headers: () => headers }))
  const met = new Map<string, number>()
  let turn = Math.floor(Math.random() * doors.length)
  const door = () => doors[turn % doors.length]!
  return {
    met,
    door: () => (turn++, door()),
    async ask(what, key) {
      const giveUpAt = performance.now() + longestMs
      for (let attempt = 1; ; attempt++) {
        const signal = AbortSignal.timeout(oneTryMs)
        try {
          return await what(door(), { signal, ...(key ? { idempotencyKey: key } : {}) })
        } catch (error) {
          const code = error instanceof ApiFault ? error.code : signal.aborted ? 'no answer' : 'broken off'
          met.set(code, (met.get(code) ?? 0) + 1)
          if (error instanceof ApiFault && !passing.has(error.code)) throw error
          if (performance.now() > giveUpAt) throw new GaveUp(`gave up after ${attempt} attempts, at last: ${code}`)
          turn++
          await sleep(Math.min(1_000, 50 * attempt))
        }
      }
    },
  }
}

/** A person with an organisation of their own, and a key that may do all the load does. */
export async function openTenant(urls: readonly string[], name: string): Promise<Asker> {
  const person = { name: 'Load', email: `${crypto.randomUUID()}@example.com`, password: 'a long enough password', organisation: name }
  const response = await fetch(`${urls[0]}/api/v1/identity/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  if (!response.ok) throw new Error(`nobody could sign up: ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0]!)
    .join('; ')
  const scopes = [
    'agents:read',
    'agents:write',
    'agents:publish',
    'knowledge:read',
    'knowledge:write',
    'brain:read',
    'brain:write',
    'calls:read',
    'voice:read',
    'tools:run',
    'calls:write',
    'audit:read',
  ]
  const { key } = await createAsker(urls, { cookie }).door().identity.createApiKey({ name: 'Load', scopes })
  return createAsker(urls, { authorization: `Bearer ${key}` })
}
