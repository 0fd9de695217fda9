import { faultOf, unreachable } from '@myna/sdk'
import type { StoredBrand } from './brand-query.ts'

/** Sends a picture to be the logo. */
export async function sendLogo(file: Blob): Promise<StoredBrand> {
  const headers = { 'content-type': 'application/octet-stream' }
  const away = (error: unknown) => Promise.reject(unreachable(error))
  const response = await fetch('/api/v1/workspace/brand/logo', { method: 'POST', headers, body: file }).catch(away)
  if (!response.ok) throw await faultOf(response)
  return (await response.json().catch(away)) as StoredBrand
}
