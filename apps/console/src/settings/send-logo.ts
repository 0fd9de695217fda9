import { ApiFault } from '@myna/sdk'
import type { StoredBrand } from './brand-query.ts'

type Problem = ConstructorParameters<typeof ApiFault>[0]

/** Sends a picture to be the logo. */
export async function sendLogo(file: Blob): Promise<StoredBrand> {
  const headers = { 'content-type': 'application/octet-stream' }
  const response = await fetch('/api/v1/workspace/brand/logo', { method: 'POST', headers, body: file }).catch(() => undefined)
  if (!response) throw new ApiFault({ code: 'server.unavailable', status: 503, title: 'Myna cannot be reached right now.' })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as StoredBrand
  const problem = answer as Partial<Problem> | undefined
  throw new ApiFault({ code: 'server.unexpected', title: `The server answered ${response.status}.`, ...problem, status: response.status })
}
