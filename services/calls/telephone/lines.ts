import type { CallSettings } from '@myna/contracts/calls-settings'
import { Fault } from '@myna/kernel'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { countryOf, defaultSettings } from '#domain/default-settings.ts'
import { createNumberQueries } from '#store/number-queries.ts'
import { createSettingsQueries } from '#store/settings-queries.ts'
import type { Tables } from '#store/tables.ts'

/** What an organisation allows on its lines. */
export async function lineSettings(context: Context): Promise<CallSettings> {
  const { db, caller, tenantId, call } = context
  const chosen = await db.inTenant(caller, (tx) => createSettingsQueries(tx, tenantId).chosen())
  if (chosen) return chosen
  const { settings } = await call.workspace.getSettings({})
  const numbers = await db.inTenant(caller, (tx) => createNumberQueries(tx).listNumbers({}, undefined, 100))
  return defaultSettings([...new Set([settings.country, ...numbers.map((it) => it.country).filter(Boolean)])])
}

/** Throws `calls.limit_reached` when no call may begin; until the transaction is over no other call begins. */
export async function refuseMany(tx: Transaction<Tables>, { tenantId, clock }: Context, settings: CallSettings): Promise<void> {
  const queries = createSettingsQueries(tx, tenantId)
  const callsNow = await queries.callsNow('alone')
  if (callsNow >= settings.callsAtOnce) throw new Fault('calls.limit_reached', { callsNow })
  const minutes = await queries.minutesToday(clock.now())
  if (minutes >= settings.minutesADay) throw new Fault('calls.limit_reached', { minutes })
}

/** Throws `calls.country_not_allowed` when a number may not be called. */
export function refuseCountry(settings: CallSettings, number: string): void {
  const country = countryOf(number)
  if (country === undefined || !settings.countries.includes(country)) throw new Fault('calls.country_not_allowed', { country })
}
