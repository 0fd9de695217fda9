import { randomUUID } from 'node:crypto'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

/** One request that the played Twilio made; `status` 0: it could not connect, or had no answer in time. */
export type SentWebhook = { url: string; form: Record<string, string>; status: number; attempt: number; why: WebhookReason; body: string }
/** What a request is about. */
export type WebhookReason = 'answer' | 'fallback' | 'action' | 'redirect' | 'brief' | 'status' | 'machine'
/** An answer of 200 to 299. */
export type Answered = { url: string; contentType: string; body: string }
/** Why there is none: Twilio's number of the error, as it tells the fallback address. */
export type Unanswered = { errorCode: '11200' | '11205' | '11237'; url: string }

export type Webhooks = {
  post(it: { url: string; form: Record<string, string>; token: string; why: WebhookReason; signal?: AbortSignal | undefined }): Promise<Answered | Unanswered>
  readonly sent: SentWebhook[]
  /** Leaves everything that is under way, and asks nothing more. */
  close(): void
}

/** Settings in the fragment of an address, with Twilio's limits and defaults: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
export function overridesOf(url: string): { retries: number; on: Set<string>; readMs: number; totalMs: number; connectMs: number } {
  const told = new URLSearchParams(url.split('#')[1] ?? '')
  const number = (key: string, least: number, most: number, usual: number) => {
    const value = told.get(key)
    const wanted = value === null ? usual : Number(value)
    return Number.isInteger(wanted) && wanted >= least && wanted <= most ? wanted : usual
  }
  return {
    retries: number('rc', 0, 5, 1),
    on: new Set((told.get('rp') ?? 'ct').split(',')),
    connectMs: number('ct', 100, 10_000, 5_000),
    readMs: number('rt', 100, 15_000, 15_000),
    totalMs: number('tt', 100, 15_000, 15_000),
  }
}

/** Makes signed requests as Twilio does, trying again as the address asks. Signatures are made with Twilio's own library. */
export function createWebhooks(): Webhooks {
  const sent: SentWebhook[] = []
  const closing = new AbortController()
  return {
    sent,
    close: () => closing.abort(),
    async post({ url, form, token, why, signal }) {
      const address = url.split('#')[0]!
      const { retries, on, readMs, connectMs, totalMs } = overridesOf(url)
      const endAt = performance.now() + totalMs
      const headers = {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'user-agent': 'TwilioProxy/1.1',
        accept: '*/*',
        'i-twilio-idempotency-token': randomUUID(),
        'x-twilio-signature': getExpectedTwilioSignature(token, address, form),
      }
      for (let attempt = 0; ; attempt++) {
        const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(Math.min(connectMs + readMs, endAt - performance.now()))))
        let failed: 'ct' | 'rt' | '4xx' | '5xx'
        const one = { url: address, form, attempt, why }
        try {
          const stop = AbortSignal.any([timeout, closing.signal, ...(signal ? [signal] : [])])
          const response = await fetch(address, { method: 'POST', headers, body: new URLSearchParams(form).toString(), signal: stop })
          const body = await response.text()
          sent.push({ ...one, status: response.status, body })
          if (response.ok) return { url: address, contentType: response.headers.get('content-type') ?? '', body }
          failed = response.status >= 500 ? '5xx' : '4xx'
        } catch {
          if (signal?.aborted || closing.signal.aborted) return { url: address, errorCode: '11205' }
          failed = timeout.aborted ? 'rt' : 'ct'
          sent.push({ ...one, status: 0, body: '' })
        }
        const mayRetry = attempt < retries && (on.has(failed) || on.has('all')) && performance.now() < endAt
        if (mayRetry) continue
        return { url: address, errorCode: failed === 'ct' ? '11205' : failed === 'rt' ? '11237' : '11200' }
      }
    },
  }
}
