import { once } from 'node:events'
import type { StreamEvent } from '@myna/contracts'
import type { FastifyReply } from 'fastify'
import type { Log } from '#log.ts'
import { problemOf } from '#seam/fault.ts'

/** How long to wait for a first event or fault before the headers go out. */
const headersAfterMs = 150
/** Silence is broken by a comment this often, so that proxies keep the connection. */
const keepAliveMs = 15_000

/**
 * Sends a stream as server-sent events (WHATWG HTML, section 9.2). A fault before the first event is an ordinary problem answer; later ones
 * are an event named `fault`. A stream that came to its end says `event: end`, so that a broken connection can be told from it.
 */
export async function sendEvents(reply: FastifyReply, events: AsyncGenerator<StreamEvent<unknown>>, signal: AbortSignal, log: Log): Promise<FastifyReply> {
  let next = events.next()
  const early = await Promise.race([next.then(() => 'ready' as const), new Promise<'slow'>((resolve) => setTimeout(resolve, headersAfterMs, 'slow'))])
  if (early === 'slow') next.catch(() => {})
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  out.flushHeaders()
  const keepAlive = setInterval(() => out.write(': still here\n\n'), keepAliveMs)
  const gone = once(signal, 'abort').then(() => ({ done: true as const, value: undefined }))
  try {
    for (;;) {
      const { done, value } = await Promise.race([next, gone])
      if (done || signal.aborted) break
      const text = `${value.id === undefined ? '' : `id: ${value.id}\n`}data: ${JSON.stringify(value.data)}\n\n`
      if (!out.write(text) && !out.destroyed) await Promise.race([once(out, 'drain'), gone])
      next = events.next()
    }
    if (!signal.aborted) out.write('event: end\ndata: {}\n\n')
  } catch (error) {
    log.warn({ err: error, traceId: reply.request.id }, 'a stream ended in a fault')
    out.write(`event: fault\ndata: ${JSON.stringify(problemOf(error, String(reply.request.id)))}\n\n`)
  } finally {
    clearInterval(keepAlive)
    await events.return(undefined)
    out.end()
  }
  return reply
}
