import { gatewayEvents } from '@myna/contracts/gateway'
import { Fault, page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import type { Gate } from '#store/gate.ts'
import { keysAtMost } from '#store/rule-book.ts'
import { createRulesQueries } from '#store/rules-queries.ts'

/** Lists keys with a limit or a version of their own. */
export const listKeySettings: Handle<'listKeySettings'> = async ({ limit, cursor }, { db, caller, tenantId }) => {
  const after = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createRulesQueries(tx, tenantId).listKeys(after, limit + 1))
  return page(rows, limit, (it) => [it.keyId])
}

/** Gives a key a limit or a version of its own. A key that is none of this organisation never comes by, and what is set for it holds nobody. */
export const setKeySettingsIn =
  (gate: Gate): Handle<'setKeySettings'> =>
  async (settings, context) => {
    const { db, caller, tenantId, clock } = context
    const { keyId, version } = settings
    const now = clock.now().getTime()
    if (version !== null && !gate.versions.find(version, now))
      throw new Fault(
        'gateway.version_unknown',
        { version },
        { fields: [{ field: 'version', problem: `Those there are: ${gate.versions.namesAt(now).join(', ')}.` }] },
      )
    await db.inTenant(caller, async (tx) => {
      const queries = createRulesQueries(tx, tenantId)
      await queries.lock()
      await queries.writeKey(settings)
      if ((await queries.countKeys()) > keysAtMost) throw new Fault('gateway.too_many_keys', { tenantId })
      await context.note(tx, { action: 'set-key-settings', subject: `key:${keyId}`, detail: { perMinute: settings.perMinute, version } })
      await context.tell(tx, gatewayEvents.rulesChanged, { tenantId })
    })
    await gate.changed(tenantId)
    return settings
  }
