import type { Traffic } from '@myna/contracts/gateway-traffic'
import type { Context, Handle } from '#context.ts'
import type { Gate } from '#store/gate.ts'
import { readPlatformTraffic, readTenants, readTraffic } from '#store/traffic-queries.ts'
import { presentTraffic, spanOf } from '#traffic/present-traffic.ts'

const watchedMs = 15 * 60_000
const everyMs = 5_000

async function trafficOf(
  gate: Gate,
  { db, caller, clock }: Context,
  input: { from?: string | undefined; to?: string | undefined; route?: string | undefined; keyId?: string | undefined },
): Promise<Traffic> {
  await gate.opened().writer.flush()
  const span = spanOf(input.from, input.to, clock.now().getTime())
  const { by, ...shown } = presentTraffic(span, await db.inTenant(caller, (tx) => readTraffic(tx, span, input)))
  return { ...shown, keys: [...by].map(([key, sums]) => ({ keyId: key === '' ? null : key, ...sums })) }
}

/** What the organisation of the caller did; what this gateway has counted until now is in it. */
export const getTrafficFrom =
  (gate: Gate): Handle<'getTraffic'> =>
  (input, context) =>
    trafficOf(gate, context, input)

/** The last quarter of an hour, again and again. */
export const watchTrafficFrom = (gate: Gate): Handle<'watchTraffic'> =>
  async function* (_input, context) {
    while (!context.signal.aborted) {
      const from = new Date(context.clock.now().getTime() - watchedMs).toISOString()
      yield { data: await trafficOf(gate, context, { from }) }
      await context.live.wait('gateway.traffic', everyMs, context.signal)
    }
  }

/** What all organisations did. */
export const getPlatformTrafficFrom =
  (gate: Gate): Handle<'getPlatformTraffic'> =>
  async (input, { db, clock }) => {
    await gate.opened().writer.flush()
    const span = spanOf(input.from, input.to, clock.now().getTime())
    const { rows, tenants } = await db.global(async (tx) => ({ rows: await readPlatformTraffic(tx, span, input.route), tenants: await readTenants(tx, span) }))
    const { by: _, ...shown } = presentTraffic(span, rows)
    const { by } = presentTraffic(span, tenants)
    return { ...shown, tenants: [...by].map(([tenant, sums]) => ({ tenantId: tenant === '' ? null : tenant, ...sums })) }
  }
