import type { Context } from '#context.ts'
import type { LetterBrand } from '#domain/letters.ts'
import { directoryOf } from '#store/directory.ts'

/** Where the links of a mail lead and whose it is; without a brand, the installation's own. */
export type MailLook = { address: string; brand?: LetterBrand; fromName?: string }

/**
 * How mails about a tenant look. Their links lead to its domain only where whoever runs the installation named that as one of ours: a link may hold a token, and
 * who owns a domain may lead it anywhere.
 */
export async function mailLookOf(context: Context, tenantId: string | undefined): Promise<MailLook> {
  const { db, ports } = context
  const own = { address: ports.publicUrl }
  if (tenantId === undefined) return own
  const row = await db.inTenant({ tenantId }, (tx) => tx.selectFrom('mail_brands').select('brand').where('id', '=', tenantId).executeTakeFirst())
  if (!row || row.brand.name === null) return own
  const { name, senderName, colours, logo, domain } = row.brand
  const there = `${new URL(ports.publicUrl).protocol}//${domain}`
  const address = ports.origins.includes(there) ? there : ports.publicUrl
  const { main, ink } = colours?.light ?? { main: '#1b1b1f', ink: '#ffffff' }
  // Mail readers show no SVG.
  const picture = logo?.contentType === 'image/png' ? `${address}/api/v1/workspace/brand-logos/${logo.hash}` : undefined
  return { address, brand: { name, main, ink, logo: picture }, fromName: senderName ?? name }
}

/** The organisation of somebody who belongs to one alone; who belongs to several gets mails of the installation. */
export async function onlyTenantOf(context: Context, userId: string): Promise<string | undefined> {
  const { read } = await directoryOf(context)
  const rows = await read.selectFrom('member').select('organizationId').where('userId', '=', userId).limit(2).execute()
  return rows.length === 1 ? rows[0]!.organizationId : undefined
}
