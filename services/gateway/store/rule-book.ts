import type { AccessInput } from '@myna/contracts/gateway-access'
import type { KeySettings, OwnLimits, PlatformLimits, TenantAllowance } from '@myna/contracts/gateway-limits'
import type { Log, ServiceDb } from '@myna/kernel'
import { type ReadyAccess, readyAccess } from '#access/access-rules.ts'
import { holdingLimits, platformLimits, type TenantLimits, tenantPart, withoutUndefined } from '#limits/first-limits.ts'
import type { Window } from '#limits/windows.ts'
import { createPlatformQueries } from '#store/platform-queries.ts'
import { createRulesQueries } from '#store/rules-queries.ts'
import type { Tables } from '#store/tables.ts'
import { monthOf } from '#store/traffic-queries.ts'

/** What the requests of one organisation are held to, ready for use. */
export type TenantRules = {
  readonly tenantId: string
  readonly access: ReadyAccess
  readonly keys: ReadonlyMap<string, KeySettings>
  readonly own: OwnLimits
  readonly allowance: TenantAllowance['limits']
  /** What the platform allows, what holds, and the quota of a month. */
  allowed: TenantLimits
  holding: TenantLimits
  monthlyRequests: number | null
  /** Requests of a month: written by all processes when this one wrote last, and counted here since. */
  month: { name: string; written: number; since: number }
  /** Texts of headers, made on first use. */
  readonly policies: Map<string, string>
  /** What the organisation has used of its minutes, found on first use. */
  readonly windows: Map<string, Window>
  readAt: number
}

type Platform = { limits: PlatformLimits; access: ReadyAccess; origins: ReadonlySet<string> }

/** How old rules grow before they are read again while requests come, should news of a change be lost. */
const freshMs = 30_000
const tenantsAtMost = 20_000

export type RuleBook = ReturnType<typeof createRuleBook>

/**
 * The rules of organisations in memory: read once on their first request, and anew on news of a change; until they are read the old ones hold, so that no
 * request waits or falls. Rules that were never read and cannot be are a fault: nobody passes a door whose rules are unknown.
 */
export function createRuleBook(it: { db: ServiceDb<Tables>; log: Log; factor: number; now(): number }) {
  const tenants = new Map<string, TenantRules>()
  const reading = new Map<string, Promise<TenantRules>>()
  /** Tenants whose rules changed while they were being read. */
  const readAgain = new Set<string>()
  let platform: Platform = { limits: platformLimits({}, it.factor), access: readyAccess({ allow: [], deny: [], origins: [] }), origins: new Set() }
  let platformReadAt = 0

  function derive(rules: TenantRules): void {
    rules.allowed = { ...tenantPart(platform.limits), ...withoutUndefined(withoutMonth(rules.allowance)) }
    rules.holding = holdingLimits(rules.allowed, rules.own)
    rules.monthlyRequests = rules.allowance.monthlyRequests === undefined ? platform.limits.monthlyRequests : rules.allowance.monthlyRequests
    rules.policies.clear()
  }

  async function read(tenantId: string): Promise<TenantRules> {
    const name = monthOf(it.now())
    const stored = await it.db.inTenant({ tenantId }, async (tx) => {
      const queries = createRulesQueries(tx, tenantId)
      return {
        own: (await queries.readLimits()).value,
        access: (await queries.readAccess()).value,
        keys: await queries.listKeys(undefined, keysAtMost),
        written: await queries.readMonth(name),
        allowance: await createPlatformQueries(tx).readAllowance(tenantId),
      }
    })
    const before = tenants.get(tenantId)
    const since = before?.month.name === name ? before.month.since : 0
    const rules: TenantRules = {
      tenantId,
      access: readyAccess(stored.access satisfies AccessInput),
      keys: new Map(stored.keys.map((key) => [key.keyId, key])),
      own: stored.own,
      allowance: stored.allowance,
      allowed: platform.limits,
      holding: platform.limits,
      monthlyRequests: null,
      month: { name, written: stored.written, since },
      policies: new Map(),
      windows: new Map(),
      readAt: it.now(),
    }
    derive(rules)
    if (tenants.size >= tenantsAtMost && !before) tenants.delete(tenants.keys().next().value!)
    tenants.set(tenantId, rules)
    return rules
  }

  function readOnce(tenantId: string): Promise<TenantRules> {
    let promise = reading.get(tenantId)
    if (promise === undefined) {
      promise = read(tenantId)
        .then((rules) => (readAgain.delete(tenantId) ? read(tenantId) : rules))
        .finally(() => reading.delete(tenantId))
      reading.set(tenantId, promise)
    }
    return promise
  }

  async function readPlatform(): Promise<void> {
    platformReadAt = it.now()
    const stored = await it.db.global(async (tx) => {
      const queries = createPlatformQueries(tx)
      return { limits: await queries.read('limits'), access: await queries.read('access'), origins: await queries.listOrigins() }
    })
    platform = {
      limits: platformLimits(stored.limits.value, it.factor),
      access: readyAccess({ allow: [], origins: [], ...stored.access.value }),
      origins: new Set(stored.origins),
    }
    for (const rules of tenants.values()) derive(rules)
  }

  const inBackground = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => it.log.warn({ err: error }, 'rules of the gateway could not be read anew'))

  return {
    /** The rules of an organisation: there, or a promise on the first request. Throws what the database throws. */
    of(tenantId: string): TenantRules | Promise<TenantRules> {
      const rules = tenants.get(tenantId)
      if (rules === undefined) return readOnce(tenantId)
      if (it.now() - rules.readAt > freshMs && !reading.has(tenantId)) {
        // One question at a time also when it fails.
        rules.readAt = it.now()
        inBackground(readOnce(tenantId))
      }
      return rules
    },
    /** What holds for all; read anew behind the back of requests. */
    platform(): Platform {
      if (it.now() - platformReadAt > freshMs) {
        platformReadAt = it.now()
        inBackground(readPlatform())
      }
      return platform
    },
    /** What is in memory of an organisation, for whoever only counts. */
    known: (tenantId: string): TenantRules | undefined => tenants.get(tenantId),
    /** Reads rules anew; null stands for those of the platform. Others than those in memory are left for their first request. */
    async refresh(tenantId: string | null): Promise<void> {
      if (tenantId === null) return readPlatform()
      if (reading.has(tenantId)) readAgain.add(tenantId)
      if (tenants.has(tenantId) || reading.has(tenantId)) await readOnce(tenantId)
      // Its origins are among those of all.
      await readPlatform()
    },
    /** Reads all that is in memory anew, as after news may have been lost. */
    async refreshAll(): Promise<void> {
      for (const rules of tenants.values()) rules.readAt = 0
      await readPlatform()
    },
  }
}

export const keysAtMost = 1_000

function withoutMonth({ monthlyRequests: _, ...perMinute }: TenantAllowance['limits']) {
  return perMinute
}
