import type { BytesAnswer } from '@myna/contracts'
import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import type { Logo } from '#domain/brand-logo.ts'
import { createBrandQueries } from '#store/brand-queries.ts'

/** Reads the logo. It is a file to keep rather than a page to open, so that nothing in it is ever shown by itself. */
export const getBrandLogo: Handle<'getBrandLogo'> = async (_input, { db, caller, tenantId }) => {
  const logo = await db.inTenant(caller, (tx) => createBrandQueries(tx, tenantId).readLogo())
  if (!logo) throw new Fault('workspace.logo_absent')
  return logoAnswer(logo)
}

/** A logo as an answer. */
export function logoAnswer({ bytes, contentType }: Logo): BytesAnswer {
  return { contentType, fileName: contentType === 'image/png' ? 'logo.png' : 'logo.svg', length: bytes.length, body: bodyOf(bytes) }
}

async function* bodyOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
