import { PortFault } from './fault.ts'
import { faultOfFetch, faultOfStatus, type Refusal } from './vendor-fault.ts'

/** How long a vendor may be silent, in milliseconds. */
export type Patience = {
  /** From the request to the first byte of the answer's body; 5 s. */
  firstByteMs?: number | undefined
  /** From one piece of the body to the next; 3 s. */
  betweenMs?: number | undefined
}

/** One request to a vendor whose answer may stall, never end, or be something else than it should. */
export type VendorRequest = {
  /** What people call the vendor; faults begin with it. */
  vendor: string
  /** One that refuses private addresses, where a tenant chooses the address. */
  fetch: typeof globalThis.fetch
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string
  wants: 'sound' | 'json'
  /** Lets the connection go at once. */
  signal: AbortSignal
  patience?: Patience | undefined
  /** A longer body is a fault. */
  maxBytes: number
  /** Reads what the vendor says when it refuses: at most 20 KB. */
  refusalOf?: (status: number, said: string) => Refusal | undefined
}

const maxRefusalBytes = 20_000
/** An answer slower than this counts as stalled once it was waited for longer than a patience altogether. */
const slowestBytesPerMs = 1
const otherThan = { sound: /^(text\/|image\/|video\/)|json$|xml$|html$/, json: /html$/ }
const compressedAtStart = ['ID3', 'OggS', 'fLaC', '\x1aE\xdf\xa3']
const textAtStart = /^\s*(<!doctype|<html|<\?xml|\{\s*"\w+"\s*:)/i

/**
 * The body of an answer with status 200, piece by piece as it comes. Throws `PortFault`, or the reason of `signal` as soon as that is aborted; the
 * connection is let go whenever the pieces are left.
 */
export async function* bodyOf(it: VendorRequest): AsyncGenerator<Uint8Array, void> {
  it.signal.throwIfAborted()
  const left = new AbortController()
  let body: ReadableStreamDefaultReader<Uint8Array> | undefined
  try {
    const wait = waiting(it)
    const response = await wait(ask(it, AbortSignal.any([it.signal, left.signal])))
    body = response.body?.getReader()
    const read = async () => (body ? await wait(body.read()) : { done: true as const, value: undefined })
    if (response.status !== 200) throw await refused(it, response, read)
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
    if (otherThan[it.wants].test(type)) throw noSound(it)
    let bytes = 0
    for (let { done, value } = await read(); !done; { done, value } = await read()) {
      if (!value || value.byteLength === 0) continue
      if (bytes === 0 && it.wants === 'sound') checkStart(it, type, Buffer.from(value.subarray(0, 60)).toString('latin1'))
      bytes += value.byteLength
      if (bytes > it.maxBytes) throw new PortFault(`${it.vendor} sent far more than it was asked for.`, { retryable: false })
      wait.had(bytes)
      yield value
    }
  } catch (error) {
    it.signal.throwIfAborted()
    throw faultOfFetch(it.vendor, error)
  } finally {
    left.abort()
    body?.cancel().catch(() => {})
  }
}

/** The JSON of an answer with status 200. Rejects as `bodyOf` throws, and when it is no JSON. */
export async function readJson(it: Omit<VendorRequest, 'wants'>): Promise<unknown> {
  const text = Buffer.concat(await Array.fromAsync(bodyOf({ ...it, wants: 'json' }))).toString('utf8')
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new PortFault(`${it.vendor} answered something that is no JSON.`, { retryable: true })
  }
}

async function ask(it: VendorRequest, signal: AbortSignal): Promise<Response> {
  const { vendor, fetch, url, method = 'GET', headers, body } = it
  if (Object.values(headers ?? {}).some((value) => /[^ -~]/.test(value)))
    throw new PortFault(`The key or another secret for ${vendor} holds characters that none has.`, { retryable: false })
  return fetch(url, { method, ...(headers ? { headers } : {}), ...(body === undefined ? {} : { body }), redirect: 'error', signal })
}

async function refused(it: VendorRequest, { status, headers }: Response, read: () => Promise<{ done: boolean; value?: Uint8Array | undefined }>) {
  const parts: Uint8Array[] = []
  try {
    for (let bytes = 0; bytes < maxRefusalBytes; ) {
      const { done, value } = await read()
      if (done || !value) break
      bytes += value.byteLength
      parts.push(value)
    }
  } catch {
    // The status says enough.
  }
  const said = Buffer.concat(parts).toString('utf8')
  return faultOfStatus(it.vendor, { status, refusal: it.refusalOf?.(status, said), retryAfter: headers.get('retry-after') })
}

function noSound(it: VendorRequest): PortFault {
  return new PortFault(`${it.vendor} answered text or a web page instead of ${it.wants === 'sound' ? 'sound' : 'data'}.`, { retryable: false, status: 200 })
}

/** Throws when the first bytes are text, or sound that is compressed: heard as samples it would be loud noise. Two bytes make an MP3 only when the vendor calls it one. */
function checkStart(it: VendorRequest, type: string, start: string): void {
  if (textAtStart.test(start)) throw noSound(it)
  if (compressedAtStart.some((it) => start.startsWith(it)) || (/mpeg|mp3/.test(type) && /^\xff[\xf2\xf3\xfa\xfb]/.test(start)))
    throw new PortFault(`${it.vendor} answered compressed sound (MP3, Ogg, FLAC, WebM), which is not read here.`, { retryable: false, status: 200 })
}

/**
 * Waits for one step of an answer after the other, no longer than the patience, and not at all once the signal is aborted, even if the step never ends. `had` tells how
 * many bytes have come: an answer that comes in drops is given up as well. Only waiting counts, for whoever takes the sound may be slow.
 */
function waiting({ vendor, signal, patience }: VendorRequest) {
  const firstByteMs = patience?.firstByteMs ?? 5_000
  const betweenMs = patience?.betweenMs ?? 3_000
  let waitedMs = 0
  let had = 0
  const late = (ms: number) => new PortFault(`${vendor} gave nothing for ${ms / 1000} seconds.`, { retryable: true })

  const wait = async <T>(step: Promise<T>): Promise<T> => {
    const since = performance.now()
    const cut = Promise.withResolvers<never>()
    const stop = () => cut.reject(signal.reason)
    const ms = had > 0 ? betweenMs : firstByteMs
    // This process may itself have been busy all the time: what lies in the socket by now is read before the vendor is called late.
    let grace: NodeJS.Immediate | undefined
    const expire = () => (grace = setImmediate(() => (grace = setImmediate(() => cut.reject(late(ms))))))
    const timer = setTimeout(expire, had > 0 ? ms : Math.max(0, ms - waitedMs))
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    try {
      return await Promise.race([step, cut.promise])
    } finally {
      clearTimeout(timer)
      clearImmediate(grace)
      signal.removeEventListener('abort', stop)
      waitedMs += performance.now() - since
    }
  }
  return Object.assign(wait, {
    had(bytes: number) {
      had = bytes
      if (waitedMs > firstByteMs + betweenMs + bytes / slowestBytesPerMs)
        throw new PortFault(`${vendor} gave too little in ${Math.round(waitedMs / 1000)} seconds.`, { retryable: true })
    },
  })
}
