import type { FanOut } from '@myna/ports/fan-out'
import { type Coding, compressed } from '#answers/compression.ts'
import { tagOf } from '#answers/etag.ts'

/** An answer that is kept. */
export type Kept = {
  readonly tag: string
  readonly type: string
  readonly body: Buffer
  /** Moments of `Date.now()`. */
  readonly at: number
  readonly freshUntil: number
  readonly staleUntil: number
  readonly codings: Map<Coding, Promise<Buffer>>
}

/** What an answer is kept under: whose it is, so that it can be forgotten, and what was asked. */
export type AnswerKey = { readonly tenant: string; readonly text: string }

/** The duty of whoever asks first: others wait for what comes of it. Only the first of both calls counts. */
export type Lead = { keep(type: string, body: Buffer): Kept; giveUp(): void }

/** Bytes of all kept answers, and of one. */
const bytesAtMost = 32_000_000
const bytesOfOne = 262_144
/** What an entry costs besides its body, roughly. */
const bytesBesides = 500
const topic = 'gateway.answers'

export type Answers = ReturnType<typeof createAnswers>

/**
 * Answers of services, kept in the memory of this process and forgotten in all gateways at once. An answer whose question was asked before a tenant's answers were
 * forgotten is not kept, and nobody joins it: whoever has written reads what he wrote.
 */
export function createAnswers(fanOut: FanOut | undefined) {
  const kept = new Map<string, { tenant: string; it: Kept }>()
  const byTenant = new Map<string, Set<string>>()
  const asked = new Map<string, { tenant: string; done: Promise<Kept | undefined>; forgotten: boolean }>()
  let bytes = 0

  const drop = (key: string) => {
    const entry = kept.get(key)
    if (!entry) return
    kept.delete(key)
    bytes -= entry.it.body.length + bytesBesides
    const keys = byTenant.get(entry.tenant)!
    keys.delete(key)
    if (keys.size === 0) byTenant.delete(entry.tenant)
  }
  const forgetHere = (tenant: string) => {
    for (const key of byTenant.get(tenant) ?? []) drop(key)
    for (const [key, question] of asked)
      if (question.tenant === tenant) {
        question.forgotten = true
        asked.delete(key)
      }
  }
  const forgetEverything = () => {
    for (const tenant of [...byTenant.keys(), ...[...asked.values()].map((it) => it.tenant)]) forgetHere(tenant)
  }
  const put = (key: AnswerKey, it: Kept) => {
    drop(key.text)
    kept.set(key.text, { tenant: key.tenant, it })
    bytes += it.body.length + bytesBesides
    const keys = byTenant.get(key.tenant)
    if (keys) keys.add(key.text)
    else byTenant.set(key.tenant, new Set([key.text]))
    for (const oldest of kept.keys()) {
      if (bytes <= bytesAtMost) break
      drop(oldest)
    }
  }
  // What was said while the engine was away is not known.
  const stops = fanOut ? [fanOut.subscribe(topic, forgetHere), fanOut.onReturn(forgetEverything)] : []

  return {
    /** An answer that may be given as it is. */
    fresh(key: AnswerKey): Kept | undefined {
      const it = kept.get(key.text)?.it
      return it && it.freshUntil > Date.now() ? it : undefined
    },
    /** An answer that may be given when there is no better one. */
    stale(key: AnswerKey): Kept | undefined {
      const it = kept.get(key.text)?.it
      if (it && it.staleUntil > Date.now()) return it
      if (it) drop(key.text)
      return undefined
    },
    /** The answer to the same question that somebody asks just now; resolves to undefined when nothing comes of it. */
    join: (key: AnswerKey): Promise<Kept | undefined> | undefined => asked.get(key.text)?.done,
    lead(key: AnswerKey, { maxAgeMs, staleIfErrorMs }: { maxAgeMs: number; staleIfErrorMs: number }): Lead {
      const { promise, resolve } = Promise.withResolvers<Kept | undefined>()
      const question = { tenant: key.tenant, done: promise, forgotten: false }
      asked.set(key.text, question)
      const end = (it: Kept | undefined) => {
        if (asked.get(key.text) === question) asked.delete(key.text)
        resolve(it)
      }
      return {
        keep(type, body) {
          const at = Date.now()
          const it: Kept = { tag: tagOf(body), type, body, at, freshUntil: at + maxAgeMs, staleUntil: at + maxAgeMs + staleIfErrorMs, codings: new Map() }
          if (!question.forgotten && body.length <= bytesOfOne) put(key, it)
          end(it)
          return it
        },
        giveUp: () => end(undefined),
      }
    },
    /** Forgets all answers of a tenant, here before it returns and in every gateway soon after. */
    forget(tenant: string): void {
      forgetHere(tenant)
      fanOut?.publish(topic, tenant)
    },
    /** The body in a coding, made once. */
    coded(it: Kept, coding: Coding): Promise<Buffer> {
      let made = it.codings.get(coding)
      if (!made) it.codings.set(coding, (made = compressed(it.body, coding)))
      return made
    },
    close(): void {
      for (const stop of stops) stop()
    },
  }
}
