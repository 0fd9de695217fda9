import type { Caller } from '@myna/contracts/caller'
import { Fault } from '@myna/kernel'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { speaking } from '#operations/begin-external.ts'
import { addressKeys, trying } from '#store/attempts.ts'
import { handOver, readFlow } from '#store/flows.ts'
import { isId } from '#store/id-cursor.ts'
import { createConnectionQueries, redirectUrl, samlOf, sideOf } from '#store/sso-connections.ts'

/** Answers of providers with their signatures are large forms. */
const formBytes = 500_000

/**
 * Where SAML providers send people back to: a form of another site. What it says is laid beside the sign-in it answers, and the browser led to the tab
 * that finishes it; nobody is signed in by the form itself.
 */
export function mountAssertionConsumer(app: FastifyInstance, contextFor: (caller: Caller) => Context): void {
  app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: formBytes }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    scope.post('/api/v1/identity/sso/:connectionId/acs', async (request, reply) => {
      const { connectionId } = request.params as { connectionId: string }
      const nobody: Caller = { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId: String(request.id), ip: request.ip }
      const context = contextFor(nobody)
      if (!isId(connectionId)) throw new Fault('identity.connection_not_found', { connectionId })
      const form = (request.body ?? {}) as Record<string, string>
      const state = form['RelayState'] ?? ''
      const outcome = await consume(context, connectionId, state, form['SAMLResponse'] ?? '').then(
        (code) => ({ code }),
        (error: unknown) => {
          if (!(error instanceof Fault)) throw error
          context.log.info({ err: error, connectionId }, 'an assertion was refused')
          return { error: error.code }
        },
      )
      const back = new URL(redirectUrl(context, connectionId))
      back.search = new URLSearchParams({ state: state.slice(0, 2_000), ...outcome } as Record<string, string>).toString()
      return reply.header('cache-control', 'no-store').redirect(back.href, 303)
    })
  })
}

async function consume(context: Context, connectionId: string, state: string, response: string): Promise<string> {
  return trying(context, addressKeys(context.caller.ip), async (directory) => {
    const connection = await createConnectionQueries(directory.read).active(connectionId)
    if (connection?.kind !== 'saml') throw new Fault('identity.connection_not_found', { connectionId })
    const flow = await readFlow(context, state)
    if (!flow || flow.connection_id !== connection.id) throw new Fault('identity.sign_in_over')
    const { requestId } = flow.secrets
    const now = context.clock.now()
    const { assertionId, until, ...person } = await speaking(context, flow.via, () =>
      context.ports.saml.read(samlOf(connection), sideOf(context, connection.id), { response, requestId, now }),
    )
    return directory.change({ tenantId: null }, async (tx) => {
      const used = await tx
        .insertInto('used_assertions')
        .values({ hash: hashOf(`${connection.id} ${assertionId}`), expires_at: new Date(until.getTime() + 300_000) })
        .onConflict((it) => it.doNothing())
        .executeTakeFirst()
      if (used.numInsertedOrUpdatedRows === 0n) throw new Fault('identity.vendor_refused', { why: 'this assertion was used' })
      return handOver(context, tx, flow, { ...person, provider: `sso:${connection.id}` })
    })
  })
}
