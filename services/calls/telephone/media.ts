import { topicOf } from '@myna/contracts/workspace-news'
import { type MediaHandler, type MediaRoute, newId } from '@myna/kernel'
import type { MediaEvents } from '@myna/ports/carrier'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { callWords } from '#domain/call-words.ts'
import { connectCall } from '#operations/connect-call.ts'
import { restoreTurns } from '#operations/restore-turns.ts'
import { openEars } from '#operations/talk.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { CallTable } from '#store/tables.ts'
import { carrierTransport } from '#streams/carrier-transport.ts'
import type { CallSession } from '#streams/call-session.ts'
import type { Exchange } from '#streams/exchange.ts'
import { mediaPath } from '#telephone/addresses.ts'
import { tokenMark } from '#telephone/stream-steps.ts'

/** A stream that says nothing of itself for so long is none of ours. */
const startMs = 10_000
/** When nobody can hear a caller, engines are asked again after this. */
const hearAgainMs = 3_000
/** Frames kept of a caller who speaks before anybody is there to hear: three seconds. */
const mostEarly = 150

/** Media streams of carriers: each proves by its token which call it belongs to, and brings the caller's sound to a session. */
export function mediaOf(exchange: Exchange): MediaRoute<Context> {
  return {
    path: mediaPath,
    async open(token, socket, nobody) {
      const taken = await take(nobody, token)
      if (!taken) return undefined
      const { context, row, connectionId } = taken
      const agent = await context.call.agents.getLiveConfig({ agentId: row.agent_id, draft: row.draft })
      let session: CallSession | undefined
      let stopped = false
      let broken = false
      let begun = false
      /** What the caller says before the session is there. */
      const early: Uint8Array[] = []
      const noStart = setTimeout(() => socket.close(1008, 'no start'), startMs)
      const events: MediaEvents = {
        start({ carrierCallId }) {
          clearTimeout(noStart)
          if (carrierCallId !== row.carrier_call) return socket.close(1008, 'not this call')
          if (begun) return
          begun = true
          begin().catch((error: unknown) => {
            context.log.error({ err: error, callId: row.id }, 'a call could not be brought to the line')
            socket.close(1011, 'trouble')
          })
        },
        sound(mulaw) {
          if (session) session.hear(mulaw)
          else if (early.length < mostEarly) early.push(new Uint8Array(mulaw))
        },
        key: (digit) => session?.key(digit),
        mark: (name) => session?.replies.marked(name),
        stop() {
          stopped = true
          session?.gone({ how: 'hung-up', by: 'caller' })
        },
        malformed: (reason) => context.log.debug({ callId: row.id, reason }, 'a carrier sent what is no message'),
      }
      const codec = context.ports.carriers.twilio.protocol.openMedia(events)
      const begin = async () => {
        const lastTurn = await context.db.inTenant(context.caller, async (tx) => {
          const queries = createCallQueries(tx, row.tenant_id)
          await queries.update(row.id, { status: 'live', ended_at: null, greeting: null })
          await restoreTurns(tx, row)
          return (await queries.listTurns(row.id)).at(-1)
        })
        context.live.wake(topicOf(row.tenant_id, 'call'))
        const connected = await connectCall(context, exchange, {
          row,
          connectionId,
          agent,
          transport: carrierTransport(socket, codec),
          tell: () => {},
          transfer: async (to) => {
            try {
              await context.db.inTenant(context.caller, (tx) => createCallQueries(tx, row.tenant_id).update(row.id, { transfer_to: to }))
              return true
            } catch (error) {
              context.log.error({ err: error, callId: row.id }, 'a caller could not be put through; the call goes on')
              return false
            }
          },
          records: row.recording_consent !== 'not-needed',
        })
        session = connected.session
        for (const frame of early.splice(0)) session.hear(frame)
        session.onDeaf = (error) => {
          context.log.error({ err: error, callId: row.id }, 'nobody can hear this caller; it is tried again')
          const again = setTimeout(() => void openEars(context, connected.session), hearAgainMs)
          void connected.session.ended.then(() => clearTimeout(again))
        }
        void openEars(context, session)
        if (stopped) session.gone({ how: 'hung-up', by: 'caller' })
        else if (broken) session.gone({ how: 'broken', by: null })
        // Of a call that broke off only that is said; a message for the caller's return is the greeting.
        const goingOn = callWords.cutOff[lastTurn?.language ?? agent.config.languages[0] ?? 'en']
        await connected.run(row.greeting ?? (lastTurn ? goingOn : agent.config.greeting), lastTurn === undefined)
      }
      const handler: MediaHandler = {
        message(data, binary) {
          if (!binary) codec.read(data)
        },
        closed() {
          clearTimeout(noStart)
          broken = true
          session?.gone({ how: 'broken', by: null })
        },
      }
      return handler
    },
  }
}

/** Gives the call of a token to a new connection; undefined when there is none, or it is over. */
async function take(nobody: Context, token: string): Promise<{ context: Context; row: Selectable<CallTable>; connectionId: string } | undefined> {
  const connectionId = newId()
  const now = nobody.clock.now()
  const open = await nobody.db.global(async (tx) => {
    const queries = createOpenCallQueries(tx)
    const found = await queries.takeByToken(tokenMark(token))
    if (found) await queries.hold(found.id, connectionId, now)
    return found
  })
  if (!open) return undefined
  const context = nobody.as({ ...nobody.caller, tenantId: open.tenant_id, subject: `call:${open.id}`, scopes: ['*'] })
  const row = await context.db.inTenant(context.caller, (tx) => createCallQueries(tx, open.tenant_id).look(open.id))
  return row && row.status !== 'ended' ? { context, row: { ...row, lasted_ms: open.lasted_ms ?? row.lasted_ms }, connectionId } : undefined
}
