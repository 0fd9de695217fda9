import { PortFault } from '@myna/ports/fault'
import type { HttpToolRunner } from '@myna/ports/tool-host'
import { readAnswer, TooLate } from '#read-answer.ts'
import { faultOf } from '#fault-of.ts'

/**
 * Runs tools over HTTP through a `fetch` that refuses private addresses and follows no redirect. Answers any status whose body can be read;
 * throws `PortFault` with a sentence for people, which never holds the address, a header or the body.
 */
export function createHttpToolRunner({ fetch }: { fetch: typeof globalThis.fetch }): HttpToolRunner {
  return async ({ method, url, headers, body, timeoutMs, maxBytes, signal }) => {
    const late = AbortSignal.timeout(timeoutMs)
    const either = AbortSignal.any([signal, late])
    const until = performance.now() + timeoutMs
    try {
      const response = await fetch(url, {
        method,
        headers: { accept: 'application/json, text/plain;q=0.9, */*;q=0.1', ...headers },
        ...(body === undefined ? {} : { body }),
        redirect: 'error',
        signal: either,
      })
      return { status: response.status, result: await readAnswer(response, { maxBytes, until, signal: either }) }
    } catch (error) {
      if (signal.aborted) throw new PortFault('It was broken off before an answer came.', { retryable: false, cause: error })
      if (late.aborted || error instanceof TooLate)
        throw new PortFault(`The address did not answer within ${timeoutMs / 1000} seconds.`, { retryable: false, cause: error })
      throw faultOf(error)
    }
  }
}
