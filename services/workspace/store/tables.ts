import type { Brand, BrandFace } from '@myna/contracts/workspace-brand'
import type { NotificationKind } from '@myna/contracts/workspace-news'
import type { View } from '@myna/contracts/workspace-views'
import type { Settings } from '@myna/contracts/workspace'
import type { JSONColumnType } from 'kysely'

export type SettingsTable = { tenant_id: string; id: string; settings: JSONColumnType<Partial<Settings>>; revision: number; updated_at: Date }
export type BrandTable = {
  tenant_id: string
  id: string
  brand: JSONColumnType<Partial<Brand>>
  logo: Buffer | null
  logo_type: 'image/png' | 'image/svg+xml' | null
  logo_hash: string | null
  revision: number
  updated_at: Date
}
export type NotificationTable = {
  tenant_id: string
  id: string
  kind: NotificationKind
  subject_id: string
  name: string | null
  recipient: string | null
  once: string
  at: Date
}
export type ViewTable = {
  tenant_id: string
  id: string
  subject: string
  list: string
  name: string
  search: JSONColumnType<View['search']>
  is_default: boolean
  updated_at: Date
}
export type BrandFaceTable = { of_tenant: string; domain: string | null; face: JSONColumnType<BrandFace>; logo_hash: string | null }
export type Tables = {
  settings: SettingsTable
  brands: BrandTable
  brand_faces: BrandFaceTable
  proven_domains: { tenant_id: string; domain: string }
  news_heads: { tenant_id: string; id: string; position: number }
  news: { tenant_id: string; position: number; kind: string; subject_id: string | null }
  notifications: NotificationTable
  notification_readers: { tenant_id: string; subject: string; read_up_to: string }
  views: ViewTable
}
