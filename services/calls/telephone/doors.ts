import type { Caller } from '@myna/contracts/caller'
import { Fault } from '@myna/kernel'
import type { CarrierNews, CallStep } from '@myna/ports/carrier'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { createNumberQueries } from '#store/number-queries.ts'
import type { CarrierTable } from '#store/tables.ts'
import { accountOf } from '#telephone/account.ts'
import { doorPath } from '#telephone/addresses.ts'
import { answerIncoming, answerPlaced, briefPerson, goOn } from '#telephone/answer.ts'
import { noteMachine, noteStatus } from '#telephone/news.ts'

/** A form larger than this is none of a carrier's. */
const formBytes = 65_536

type Asked = { context: Context; carrier: Selectable<CarrierTable>; callId: string | undefined; form: Record<string, string> }

/** The webhooks of carriers: each proven by its signature under the secret of the account it names, then read, then answered in the carrier's own words. */
export function mountDoors(app: FastifyInstance, contextFor: (caller: Caller) => Context): void {
  app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: formBytes }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    const steps = (door: string, kind: Parameters<typeof readNews>[1], answer: (it: Asked, news: CarrierNews) => Promise<CallStep[]>) =>
      scope.post(`${doorPath}/:carrierId/${door}`, async (request, reply) => {
        const asked = await prove(request, contextFor)
        return send(reply, asked, await answer(asked, readNews(asked, kind)))
      })
    const told = (door: string, kind: Parameters<typeof readNews>[1], take: (it: Asked, news: CarrierNews) => Promise<void>) =>
      scope.post(`${doorPath}/:carrierId/${door}`, async (request, reply) => {
        const asked = await prove(request, contextFor)
        await take(asked, readNews(asked, kind))
        return reply.status(204).send()
      })

    steps('incoming', 'incoming', ({ context, carrier }, news) => answerIncoming(context, carrier, news))
    steps('answer', 'step-over', ({ context, callId }, news) => answerPlaced(context, callId, news))
    steps('next', 'step-over', ({ context, callId }, news) => goOn(context, callId, news))
    steps('brief', 'step-over', ({ context, callId }) => briefPerson(context, callId))
    told('status', 'status', ({ context, carrier }, news) => noteStatus(context, carrier, news))
    told('machine', 'machine', ({ context, carrier }, news) => noteMachine(context, carrier, news))
  })
}

/** Who asks, proven. An account that is not known and a signature that is wrong look the same from outside. */
async function prove(request: FastifyRequest, contextFor: (caller: Caller) => Context): Promise<Asked> {
  const { carrierId } = request.params as { carrierId: string }
  const nobody = contextFor({ tenantId: null, subject: 'carrier', roles: [], scopes: ['*'], traceId: String(request.id) })
  const refused = new Fault('request.forbidden', { carrierId })
  if (!/^[0-9a-f-]{36}$/.test(carrierId)) throw refused
  const door = await nobody.db.global((tx) => tx.selectFrom('doors').selectAll().where('carrier_id', '=', carrierId).executeTakeFirst())
  if (!door) throw refused
  const context = nobody.as({ ...nobody.caller, tenantId: door.tenant_id, subject: `carrier:${carrierId}` })
  const carrier = await context.db.inTenant(context.caller, (tx) => createNumberQueries(tx).findCarrier(carrierId))
  const account = accountOf(context, carrier)
  const { ports } = context
  const form = (request.body ?? {}) as Record<string, string>
  const signature = request.headers[ports.carriers[carrier.kind].protocol.signatureHeader.toLowerCase()]
  const signed = account.isSigned({ url: `${ports.publicUrl}${request.url}`, form, signature: typeof signature === 'string' ? signature : undefined })
  await account.close()
  if (!signed) throw refused
  const { call } = request.query as { call?: string }
  return { context, carrier, callId: call && /^[0-9a-f-]{36}$/.test(call) ? call : undefined, form }
}

function readNews({ context, carrier, form }: Asked, kind: 'incoming' | 'status' | 'machine' | 'step-over'): CarrierNews {
  const news = context.ports.carriers[carrier.kind].protocol.readNews(kind, form)
  if (!news) throw new Fault('request.invalid', { carrier: carrier.id })
  return news
}

function send(reply: FastifyReply, { context, carrier }: Asked, steps: CallStep[]) {
  const { contentType, body } = context.ports.carriers[carrier.kind].protocol.answer(steps)
  return reply.header('content-type', contentType).send(body)
}
