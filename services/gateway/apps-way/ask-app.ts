import type { IncomingMessage } from 'node:http'
import type { Caller } from '@myna/contracts/caller'
import { Fault } from '@myna/kernel'
import { headersForApp } from '#apps-way/app-headers.ts'
import type { AppsContext } from '#apps-way/app-routes.ts'
import type { AppRoute, RouteVersion } from '#apps-way/choose-version.ts'
import { takeBody } from '#apps-way/request-body.ts'
import { signedHeaders } from '#apps-way/signed-headers.ts'

type KeptSecrets = Record<string, { value: string; origins: string[] }>

/** A request on its way to a version of an application. `gone` aborts when whoever asks goes away. */
export type Asking = { request: IncomingMessage; caller: Caller; tenantId: string; route: AppRoute; version: RouteVersion; target: URL; gone: AbortSignal }

/**
 * Asks a version of an application and answers once its answer has begun. Throws `apps.unreachable`, `apps.too_slow`, `apps.answer_wrong`, or what was wrong with
 * the body that was sent to it.
 */
export async function askApp(context: AppsContext, { request, caller, tenantId, route, version, target, gone }: Asking): Promise<Response> {
  const { limits } = route
  const vault = context.vault
  const secretsOf = (sealed: string | null) => secretsFor(sealed === null ? {} : (JSON.parse(vault.open(tenantId, sealed)) as KeptSecrets), target.origin)
  const body = await takeBody(request, limits)
  const method = request.method!
  const proof = signedHeaders({
    caller,
    scopes: route.scopes,
    version: version.name,
    method,
    target,
    configuration: { ...route.values, ...secretsOf(route.sealedValues) },
    bodyDigest: body.digest,
    secrets: route.sealedSigningSecrets.map((it) => vault.open(tenantId, it)),
    now: Date.now(),
  })
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), limits.timeoutMs)
  try {
    return await context.ports.appFetch(target, {
      method,
      headers: {
        ...headersForApp(request.headers),
        ...secretsOf(route.sealedHeaders),
        ...proof,
        // Some servers take no body whose length they are not told.
        ...(body.length === undefined ? {} : { 'content-length': String(body.length) }),
      },
      ...(body.sent === undefined ? {} : { body: body.sent, duplex: 'half' }),
      redirect: 'manual',
      signal: AbortSignal.any([gone, late.signal]),
    } as RequestInit)
  } catch (error) {
    const trouble = body.trouble()
    if (trouble) throw trouble
    if (gone.aborted) throw new Fault('request.cancelled', {}, { cause: error })
    const cause = (error as Error).cause as Error | undefined
    const detail = { appId: route.appId, version: version.name, why: cause?.name }
    if (late.signal.aborted) throw new Fault('apps.too_slow', detail, { cause: error })
    throw new Fault(garbled.has(cause?.name ?? '') ? 'apps.answer_wrong' : 'apps.unreachable', detail, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

/** Errors of answers that are there, but are no HTTP, or too much of it. */
const garbled = new Set(['HTTPParserError', 'HeadersOverflowError', 'ResponseContentLengthMismatchError', 'ResponseExceededMaxSizeError'])

function secretsFor(secrets: KeptSecrets, origin: string): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).flatMap(([name, it]) => (it.origins.includes(origin) ? [[name.toLowerCase(), it.value]] : [])))
}
