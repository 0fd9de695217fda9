import type { Handle } from '#context.ts'

/** Reads what is worn at a domain; there is nothing secret in it. */
export const getBrandFace: Handle<'getBrandFace'> = async ({ domain }, { db }) => {
  const row = await db.global((tx) => tx.selectFrom('brand_faces').select('face').where('domain', '=', domain).executeTakeFirst())
  return { face: row?.face ?? null }
}
