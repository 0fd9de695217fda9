import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Answers, Kept } from '#answers/answers.ts'
import { codingOf, compressed, compressedFrom, isCompressible, mayCompress } from '#answers/compression.ts'
import { codingFor, holds, keptHeaders, type Provenance } from '#answers/give-kept.ts'
import { type Exchange, exchangeOf } from '#edge/exchange.ts'
import type { Way } from '#passing/pass-on.ts'

/** Does to answers of services in this process what is done to those from elsewhere: kept, tagged, changed by steps, compressed. */
export function mountLocalAnswers(app: FastifyInstance, { answers, securityHeaders, noteWrite }: Way): void {
  app.addHook('preHandler', (request, _reply, done) => {
    const mapInput = exchangeOf(request.raw)?.mapInput
    if (mapInput && request.body !== null && typeof request.body === 'object' && !(Symbol.asyncIterator in request.body)) request.body = mapInput(request.body)
    done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.headers(securityHeaders)
    const exchange = exchangeOf(request.raw)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    if (!exchange) return done(null, payload)
    if (!exchange.isSafe) noteWrite(exchange)
    answer(exchange, reply, payload, answers).then((it) => done(null, it), done)
  })
}

async function answer(exchange: Exchange, reply: FastifyReply, payload: unknown, answers: Answers): Promise<unknown> {
  const { lead, key, mapAnswer, headers, service, method } = exchange
  const { statusCode } = reply
  if (statusCode >= 500 && key) {
    const stale = answers.stale(key)
    if (stale) {
      exchange.cache = 'stale'
      return give(exchange, reply.status(200), stale, 'stale', answers)
    }
  }
  if (lead && statusCode === 200 && typeof payload === 'string' && !reply.hasHeader('set-cookie'))
    return give(exchange, reply, lead.keep(String(reply.getHeader('content-type')), Buffer.from(payload)), 'stored', answers)
  lead?.giveUp()
  if (typeof payload !== 'string') return payload
  const type = reply.getHeader('content-type')
  let text = payload
  if (mapAnswer && statusCode < 300 && /^application\/(?:[\w.-]+\+)?json/.test(String(type))) {
    text = JSON.stringify(mapAnswer(JSON.parse(payload)))
    reply.removeHeader('content-length')
  }
  if (text.length < compressedFrom || !isCompressible(type) || reply.hasHeader('content-encoding')) return text
  reply.header('vary', 'accept-encoding')
  const coding = method === 'HEAD' || !mayCompress(headers, service) ? undefined : codingOf(headers['accept-encoding'])
  if (!coding) return text
  reply.removeHeader('content-length')
  reply.header('content-encoding', coding)
  return compressed(Buffer.from(text), coding)
}

async function give(exchange: Exchange, reply: FastifyReply, kept: Kept, provenance: Provenance, answers: Answers): Promise<Buffer | null> {
  const coding = codingFor(exchange, kept)
  reply.removeHeader('content-length')
  reply.headers(keptHeaders(kept, coding, provenance))
  if (!holds(exchange, kept)) return coding ? answers.coded(kept, coding) : kept.body
  reply.status(304)
  for (const name of ['content-type', 'content-encoding']) reply.removeHeader(name)
  return null
}
