import { PortFault } from '@myna/ports/fault'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import { faultOf, faultOfAnswer } from '#fault-of.ts'

/** More than any answer that is asked for here: 200 numbers take about 350 kB. */
const maxAnswerBytes = 4_000_000

type Asked = Parameters<RequestClient['request']>[0]
type Answered = { statusCode: number; body: unknown; headers: Record<string, string> }

/**
 * How the helper library asks: over our `fetch` in place of axios, without trying again, without redirects, for at most `timeoutMs`. `baseUrl` takes the
 * place of `https://api.twilio.com`. Answers of 400 and above become faults here, before the library makes errors of them that repeat what was asked.
 */
export function createRequestClient(it: { fetch: typeof globalThis.fetch; baseUrl: string | undefined; timeoutMs: number; signal: AbortSignal | undefined }) {
  const request = async ({ method, uri, username = '', password = '', headers = {}, params, data }: Asked): Promise<Answered> => {
    const url = new URL(uri)
    const address = new URL(it.baseUrl === undefined ? url : `${it.baseUrl.replace(/\/+$/, '')}${url.pathname}${url.search}`)
    for (const [name, value] of fieldsOf(params)) address.searchParams.append(name, value)
    const isForm = method === 'post' || method === 'put'
    const timeout = AbortSignal.timeout(it.timeoutMs)
    try {
      const response = await it.fetch(address, {
        method: method.toUpperCase(),
        headers: { ...(headers as Record<string, string>), Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
        redirect: 'error',
        signal: it.signal ? AbortSignal.any([it.signal, timeout]) : timeout,
        ...(isForm ? { body: new URLSearchParams(fieldsOf(data)).toString() } : {}),
      })
      const body = await textOf(response)
      if (response.status >= 400) throw faultOfAnswer({ status: response.status, body, retryAfter: response.headers.get('retry-after') })
      return { statusCode: response.status, body: response.status === 204 ? {} : objectOf(body), headers: Object.fromEntries(response.headers) }
    } catch (error) {
      it.signal?.throwIfAborted()
      throw faultOf(error)
    }
  }
  // The library declares a class with its axios inside, and calls `request` alone.
  return { request } as unknown as RequestClient
}

/** A name whose value is a list stands in the form once for each. */
function fieldsOf(it: unknown): [string, string][] {
  return Object.entries((it ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null).map((one): [string, string] => [name, String(one)]),
  )
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > maxAnswerBytes) throw new PortFault('Twilio sent far more than it was asked for.', { retryable: false })
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function objectOf(body: string): object {
  const it: unknown = JSON.parse(body)
  if (typeof it !== 'object' || it === null) throw new SyntaxError('no object')
  return it
}
