import { gatewayEvents } from '@myna/contracts/gateway'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import type { Gate } from '#store/gate.ts'

/** Makes sure that every gateway hears of changed rules, also when the process that changed them died before it could say so. */
export const onRulesChangedIn = (gate: Gate) => reaction(gatewayEvents.rulesChanged, async ({ tenantId }, _context: Context) => gate.changed(tenantId))
