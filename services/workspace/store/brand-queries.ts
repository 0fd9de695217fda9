import type { Brand } from '@myna/contracts/workspace-brand'
import type { Transaction } from 'kysely'
import type { Logo } from '#domain/brand-logo.ts'
import type { Tables } from '#store/tables.ts'

/** What holds until an organisation chooses a brand. */
export const firstBrand: Brand = { name: null, senderName: null, colours: null }

export type BrandRow = {
  brand: Brand
  logo: { contentType: Logo['contentType']; hash: string; bytes: number } | null
  revision: number
  updatedAt: Date | null
}

/** Questions about the one brand a tenant has. Its id is the tenant's. */
export function createBrandQueries(tx: Transaction<Tables>, tenantId: string) {
  async function write(change: { brand?: string; logo?: Buffer | null; logo_type?: Logo['contentType'] | null; logo_hash?: string | null }, at: Date) {
    const first = { brand: JSON.stringify(firstBrand), ...change, revision: 1, updated_at: at }
    await tx
      .insertInto('brands')
      .values({ tenant_id: tenantId, id: tenantId, ...first })
      .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet((row) => ({ ...change, revision: row('brands.revision', '+', 1), updated_at: at })))
      .execute()
  }
  return {
    /** The brand and what its logo is, without its bytes; revision 0 where nothing was chosen. */
    async read(): Promise<BrandRow> {
      const row = await tx
        .selectFrom('brands')
        .select(({ fn }) => ['brand', 'logo_type', 'logo_hash', fn<number | null>('length', ['logo']).as('bytes'), 'revision', 'updated_at'])
        .where('id', '=', tenantId)
        .executeTakeFirst()
      const logo = row?.logo_type && row.logo_hash ? { contentType: row.logo_type, hash: row.logo_hash, bytes: row.bytes ?? 0 } : null
      return { brand: { ...firstBrand, ...row?.brand }, logo, revision: row?.revision ?? 0, updatedAt: row?.updated_at ?? null }
    },
    async readLogo(): Promise<Logo | undefined> {
      const row = await tx.selectFrom('brands').select(['logo', 'logo_type']).where('id', '=', tenantId).executeTakeFirst()
      return row?.logo && row.logo_type ? { contentType: row.logo_type, bytes: row.logo } : undefined
    },
    /** Locks the row, where there is one, against a colleague who saves at the same time. */
    async lock(): Promise<void> {
      await tx.selectFrom('brands').select('id').where('id', '=', tenantId).forUpdate().executeTakeFirst()
    },
    writeBrand: (brand: Brand, at: Date) => write({ brand: JSON.stringify(brand) }, at),
    writeLogo: (logo: (Logo & { hash: string }) | undefined, at: Date) =>
      write({ logo: logo?.bytes ?? null, logo_type: logo?.contentType ?? null, logo_hash: logo?.hash ?? null }, at),
  }
}

/** The brand as the contract says it, with where it is worn. */
export function presentBrand({ updatedAt, ...row }: BrandRow, where: { domain: string | null; domains: string[] }) {
  return { ...row, ...where, updatedAt: updatedAt?.toISOString() ?? null }
}
