import { createHash, createHmac } from 'node:crypto'
import { appHeaders, signedTextOf } from '@myna/contracts/apps-signature'
import { WebFault, type WebTrouble } from '@myna/ports/web'
import type { Context } from '#context.ts'
import type { Answer } from '#domain/next-health.ts'
import { originOf } from '#domain/app-address.ts'
import { secretsFor } from '#domain/kept-secrets.ts'
import type { AppRow, VersionRow } from '#store/present.ts'
import { openSecrets } from '#store/sealed-secrets.ts'

/** What came of a health question; `trouble` is for people. */
export type Heard = Answer & { status: number | null; tookMs: number; trouble: string | null }

/** More of an answer to a health question is not read. */
const mostBytes = 65_536
const noBody = createHash('sha256').digest('hex')

const sentences: Record<WebTrouble, string> = {
  private_address: 'Its address leads into a private network.',
  bad_address: 'Its address cannot be used.',
  unreachable: 'Nothing answered at its address.',
  timeout: 'It did not answer in time.',
  too_large: 'Its answer was too long for a health question.',
  cancelled: 'The question was broken off.',
  protocol: 'It answered, but not in HTTP.',
}
/** With these nobody knows whether anything is there. */
const unreached: readonly WebTrouble[] = ['private_address', 'bad_address', 'unreachable', 'timeout']

/** Asks a version how it is, signed like every request to it. Undefined when the question was broken off. */
export async function askVersion(context: Context, app: AppRow, version: VersionRow, signal: AbortSignal): Promise<Heard | undefined> {
  const { ports, tenantId, vault, clock, caller } = context
  const url = `${version.url}${app.probe.path}`
  const secrets = secretsFor(openSecrets(context, app.sealed_headers), originOf(version.url))
  const parts = {
    timestamp: String(Math.floor(clock.now().getTime() / 1000)),
    method: 'GET',
    path: new URL(url).pathname,
    requestId: caller.traceId,
    version: encodeURIComponent(version.name),
    tenant: tenantId,
    subject: 'service:apps',
    scopes: '',
    configuration: '',
    bodyDigest: noBody,
  }
  const mac = createHmac('sha256', vault.open(tenantId, app.sealed_signing_secret)).update(signedTextOf(parts)).digest('hex')
  const own = {
    [appHeaders.timestamp]: parts.timestamp,
    [appHeaders.requestId]: parts.requestId,
    [appHeaders.version]: parts.version,
    [appHeaders.tenant]: tenantId,
    [appHeaders.subject]: parts.subject,
    [appHeaders.scopes]: '',
    [appHeaders.bodyDigest]: noBody,
    [appHeaders.signature]: `v1=${mac}`,
  }
  const began = performance.now()
  const took = () => Math.round((performance.now() - began) * 10) / 10
  try {
    const { status } = await ports.web.request({ url, headers: { ...secrets, ...own }, maxBytes: mostBytes, timeoutMs: app.probe.timeoutMs, signal })
    const ok = status === app.probe.expectedStatus
    return { ok, reached: true, status, tookMs: took(), trouble: ok ? null : `It answered ${status}, not ${app.probe.expectedStatus}.` }
  } catch (error) {
    if (signal.aborted) return undefined
    if (!(error instanceof WebFault)) throw error
    return { ok: false, reached: !unreached.includes(error.trouble), status: null, tookMs: took(), trouble: sentences[error.trouble] }
  }
}
