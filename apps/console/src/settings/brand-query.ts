import type { Api } from '@myna/sdk'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#api/client.ts'
import type { BrandLook } from '#ui/brand-look.ts'
import { keep, kept } from '#words/language.ts'

/** The brand of an organisation as the server keeps it. */
export type StoredBrand = Awaited<ReturnType<Api['workspace']['getBrand']>>
export type Themes = NonNullable<StoredBrand['brand']['colours']>

/** The brand of the organisation one works in. What this browser saw last is shown until the server has answered. */
export const brandQuery = (tenantId: string | undefined) =>
  queryOptions({
    queryKey: ['brand', tenantId],
    queryFn: async () => {
      const stored = await api.workspace.getBrand({})
      keep('myna.brand', JSON.stringify({ tenantId, stored }))
      return stored
    },
    enabled: tenantId !== undefined,
    placeholderData: () => seen(tenantId),
  })

function seen(tenantId: string | undefined): StoredBrand | undefined {
  try {
    const last = JSON.parse(kept('myna.brand') ?? '{}') as { tenantId?: string; stored?: StoredBrand }
    return tenantId !== undefined && last.tenantId === tenantId ? last.stored : undefined
  } catch {
    return undefined
  }
}

/** What the console wears for a brand. */
export function lookOf({ brand, logo }: StoredBrand): BrandLook {
  return { name: brand.name ?? 'Myna', logo: logo ? `/api/v1/workspace/brand/logo?hash=${logo.hash}` : undefined, colours: brand.colours }
}
