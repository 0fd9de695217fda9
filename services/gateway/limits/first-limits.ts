import type { PlatformLimits } from '@myna/contracts/gateway-limits'

/**
 * What holds where nothing is set: far above what people and well-behaved programs do, below what one organisation could harm others with. A reverse proxy on
 * the same machine that is not configured makes all people one address; limits by address bear an office behind it.
 */
export const firstLimits: PlatformLimits = {
  tenant: 120_000,
  user: 30_000,
  key: 120_000,
  reads: 120_000,
  writes: 60_000,
  expensive: 3_000,
  anonymous: 30_000,
  signIn: 600,
  signInAlone: 120,
  monthlyRequests: null,
}

/** Limits of an organisation, as contracts name them. */
export const tenantLimitNames = ['tenant', 'user', 'key', 'reads', 'writes', 'expensive'] as const
export type TenantLimits = Pick<PlatformLimits, (typeof tenantLimitNames)[number]>

/** The first limits changed by what is set, and by the factor of the operator: 0 is no limit at all. */
export function platformLimits(set: Partial<PlatformLimits>, factor: number): PlatformLimits {
  const limits = { ...firstLimits, ...withoutUndefined(set) }
  if (factor === 1) return limits
  const scaled = (limit: number) => (factor === 0 ? Number.MAX_SAFE_INTEGER : Math.max(1, Math.round(limit * factor)))
  const { monthlyRequests, ...perMinute } = limits
  return {
    ...(Object.fromEntries(Object.entries(perMinute).map(([name, limit]) => [name, scaled(limit)])) as Omit<PlatformLimits, 'monthlyRequests'>),
    monthlyRequests,
  }
}

/** What holds for an organisation: its own limits where they are below those the platform allows it. */
export function holdingLimits(allowed: TenantLimits, own: { [K in keyof TenantLimits]?: number | undefined }): TenantLimits {
  return Object.fromEntries(tenantLimitNames.map((name) => [name, Math.min(allowed[name], own[name] ?? Number.POSITIVE_INFINITY)])) as TenantLimits
}

/** Only the limits of an organisation. */
export function tenantPart(limits: TenantLimits): TenantLimits {
  return Object.fromEntries(tenantLimitNames.map((name) => [name, limits[name]])) as TenantLimits
}

/** An object without its undefined fields. */
export function withoutUndefined<T extends object>(it: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
