import type { Settings } from '@myna/contracts/workspace'
import type { JSONColumnType } from 'kysely'

export type SettingsTable = { tenant_id: string; id: string; settings: JSONColumnType<Partial<Settings>>; revision: number; updated_at: Date }
export type Tables = { settings: SettingsTable }
