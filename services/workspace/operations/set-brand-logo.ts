import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { readLogo } from '#domain/brand-logo.ts'
import { keepLogo } from '#store/keep-logo.ts'

const mostBytes = 262_144

/** Sets the logo from the bytes of a picture. */
export const setBrandLogo: Handle<'setBrandLogo'> = async (_input, context, body) => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > mostBytes) throw new Fault('workspace.logo_too_large', { mostBytes })
    chunks.push(chunk)
  }
  const logo = readLogo(Buffer.concat(chunks))
  if (logo === 'not_supported') throw new Fault('workspace.logo_not_supported')
  if (logo === 'too_large') throw new Fault('workspace.logo_too_large')
  return keepLogo(logo, context)
}
