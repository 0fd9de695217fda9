import type { AccessInput, AddressRange } from '@myna/contracts/gateway-access'
import type { OwnLimits, PlatformLimits, TenantAllowance } from '@myna/contracts/gateway-limits'
import type { JSONColumnType } from 'kysely'

type Revised = { revision: number; updated_at: Date }

export type OwnLimitsTable = Revised & { tenant_id: string; id: string; limits: JSONColumnType<OwnLimits> }
export type AccessRulesTable = Revised & { tenant_id: string; id: string; rules: JSONColumnType<AccessInput> }
export type KeySettingsTable = { tenant_id: string; id: string; per_minute: number | null; version: string | null }
export type MonthTable = { tenant_id: string; month: string; requests: number }
type Counted = { step: string; at: Date; status: number; requests: number; bins: number[] }
export type TrafficTable = Counted & { tenant_id: string; route: string; key_id: string }
/** What the operator has set, by name. */
export type PlatformDocuments = { limits: Partial<PlatformLimits>; access: { deny: AddressRange[] } }
export type PlatformSettingsTable = Revised & { name: keyof PlatformDocuments; settings: JSONColumnType<Partial<PlatformLimits> | { deny: AddressRange[] }> }
export type AllowanceTable = { of_tenant: string; limits: JSONColumnType<TenantAllowance['limits']> }
export type AllowedOriginTable = { origin: string; of_tenant: string }
export type PlatformTrafficTable = Counted & { route: string }
export type PlatformTenantTable = Counted & { of_tenant: string }

export type Tables = {
  own_limits: OwnLimitsTable
  access_rules: AccessRulesTable
  key_settings: KeySettingsTable
  months: MonthTable
  traffic: TrafficTable
  platform_settings: PlatformSettingsTable
  allowances: AllowanceTable
  allowed_origins: AllowedOriginTable
  platform_traffic: PlatformTrafficTable
  platform_tenants: PlatformTenantTable
}
