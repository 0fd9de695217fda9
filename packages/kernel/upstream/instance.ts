import { setMaxListeners } from 'node:events'
import { type buildConnector, Client, Pool } from 'undici'
import type { Log } from '#log.ts'
import type { Place } from '#upstream/addresses.ts'
import { createBreaker } from '#upstream/breaker.ts'
import type { Instance, Lease, Outcome } from '#upstream/upstreams.ts'
import { createWire } from '#upstream/wire/wire.ts'

/** Most connections to one instance; what is more waits for one of them. */
const connections = 128
/** How long a health question may take, and how often it is asked of an instance that is not well. */
const patienceMs = 1_000
const soonMs = 500
/** Missed health questions in a row after which an instance is away. */
const enough = 2
/** How much the newest answer weighs in how long answers take. */
const weight = 0.2

type Tending = {
  service: string
  log: Log
  connect: buildConnector.connector
  /** How often a well instance is asked how it does. */
  healthMs: number
  onAnswered(): void
}

/** One process that runs a service: its connections, its health, its breaker. */
export type TendedInstance = ReturnType<typeof tendInstance>

/** Begins to look after an instance. It counts as well until it is known not to be. */
export function tendInstance(place: Place, { service, log, connect, healthMs, onAnswered }: Tending) {
  const { address } = place
  const pool = new Pool(address, { connections, connect, headersTimeout: 120_000, bodyTimeout: 0 })
  const wire = createWire(address, connect, connections)
  // A question of its own line, so that a busy instance is not taken for one that is away.
  const asking = new Client(address, { connect, headersTimeout: patienceMs, bodyTimeout: patienceMs, maxResponseSize: 65_536 })
  const breaker = createBreaker()
  let inFlight = 0
  let latencyMs: number | undefined
  let requests = 0
  let failures = 0
  let heardAt: number | undefined
  let misses = 0
  let isAway = false
  /** Away by its own word: it is about to stop, or runs something else. */
  let isOut = false
  // Whether it has said that it runs the service; whoever was away may come back as another.
  let isRight = false
  let isLeaving = false
  let timer: NodeJS.Timeout | undefined
  let presence = createPresence()

  const settled = (leave: ReturnType<typeof breaker.ask> & {}, began: number, outcome: Outcome) => {
    inFlight--
    requests++
    if (outcome === 'answered') {
      const took = performance.now() - began
      latencyMs = latencyMs === undefined ? took : latencyMs + weight * (took - latencyMs)
      onAnswered()
    } else if (outcome === 'failed') failures++
    const wasClosed = breaker.isClosed()
    breaker.end(leave, outcome === 'left' ? undefined : outcome === 'answered')
    if (outcome === 'failed' && wasClosed) askSoon()
    if (isLeaving && inFlight === 0) void endPool()
  }

  const ended = Promise.withResolvers<void>()
  const endPool = () => Promise.all([pool.close(), wire.close()]).then(() => ended.resolve(), ended.resolve)

  async function askHealth(): Promise<void> {
    const trouble = await troubleOf(asking, isRight ? undefined : service)
    if (isLeaving) return
    isRight = trouble === undefined
    if (trouble === undefined) {
      misses = 0
      heardAt = Date.now()
      if (isAway) log.info({ service, address }, 'an instance is back')
      isAway = isOut = false
      if (presence.signal.aborted) presence = createPresence()
    } else {
      misses = trouble.isFinal ? enough : misses + 1
      if (misses >= enough && !isAway) {
        isAway = true
        isOut = trouble.isFinal
        if (!trouble.isFinal) presence.abort()
        log.warn({ service, address, err: trouble.cause }, `an instance is away: ${trouble.sentence}`)
      }
    }
    const isTroubled = misses > 0 || !breaker.isClosed()
    plan((isTroubled ? Math.min(soonMs, healthMs) : healthMs) * (0.8 + 0.4 * Math.random()))
  }
  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void askHealth(), ms).unref()
  }
  /** Trouble is a reason to ask before the time. */
  const askSoon = () => {
    if (!isLeaving && misses === 0) plan(Math.min(50, healthMs))
  }
  plan(0)

  return {
    place,
    address,
    load: () => inFlight,
    latency: () => latencyMs ?? 0,
    /**
     * Leave to ask it now, if it may be asked. Where there is no other, one that did not say how it does may be: it may be busy, or have begun to listen a moment
     * ago. One that has said that it is not to be asked may not.
     */
    leave: (isLast = false) => (isAway && (isOut || !isLast) ? undefined : breaker.ask(heardAt ?? 0)),
    take(leave: NonNullable<ReturnType<typeof breaker.ask>>): Lease {
      inFlight++
      breaker.begin(leave)
      const began = performance.now()
      let isOpen = true
      return {
        address,
        pool,
        wire,
        away: presence.signal,
        settle(outcome) {
          if (isOpen) settled(leave, began, outcome)
          isOpen = false
        },
      }
    },
    breaks: () => breaker.turns(),
    present: (): Instance => ({
      address,
      state: isAway ? 'away' : breaker.isClosed() ? 'well' : 'resting',
      inFlight,
      latencyMs,
      requests,
      failures,
      seenAt: heardAt,
    }),
    /** Asks it nothing more; what is on its way still comes home. Resolves when its connections are ended, which takes as long as that. */
    async leaveAlone(): Promise<void> {
      isLeaving = true
      clearTimeout(timer)
      await asking.destroy()
      if (inFlight === 0) void endPool()
      await ended.promise
    },
    /** Ends its connections, whatever is on its way. */
    destroy: () => Promise.all([pool.destroy(), wire.destroy()]).then(() => ended.resolve(), ended.resolve),
  }
}

/** Every request on its way listens to it. */
function createPresence(): AbortController {
  const presence = new AbortController()
  setMaxListeners(0, presence.signal)
  return presence
}

type Trouble = { sentence: string; isFinal: boolean; cause?: unknown }

/** What is wrong with an instance, if something is; asks whether it runs a `service` when one is given. */
async function troubleOf(asking: Client, service: string | undefined): Promise<Trouble | undefined> {
  try {
    const [statusCode, body] = await answerOf(asking, '/health')
    if (statusCode < 200 || statusCode > 299) return { sentence: `it answers its health question with ${statusCode}`, isFinal: false }
    if ((jsonOf(body) as { status?: unknown } | undefined)?.status === 'draining') return { sentence: 'it is about to stop', isFinal: true }
    if (service === undefined) return undefined
    const { services } = (jsonOf((await answerOf(asking, '/services'))[1]) ?? {}) as { services?: { name?: unknown }[] }
    if (!Array.isArray(services) || services.some((it) => it?.name === service)) return undefined
    return {
      sentence: `it does not run ${service} but ${services.map((it) => String(it?.name)).join(', ')}; correct the address`,
      isFinal: true,
    }
  } catch (cause) {
    return { sentence: sentenceOf(cause), isFinal: false, cause }
  }
}

async function answerOf(asking: Client, path: string): Promise<[number, string]> {
  const { statusCode, body } = await asking.request({ path, method: 'GET', signal: AbortSignal.timeout(patienceMs * 1.5) })
  return [statusCode, await body.text()]
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What an error of a connection means, for the person who reads the log. */
function sentenceOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired; put a new one at MYNA_TLS_CERT there'
  if (code === 'ECONNREFUSED') return 'nothing listens there'
  if (isLate(error)) return 'it does not answer in time'
  return message
}

function isLate(error: unknown): boolean {
  const { code, name } = error as NodeJS.ErrnoException
  return code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT' || name === 'TimeoutError'
}
