import { Fault } from '@myna/kernel'
import { mayEnter } from '#access/access-rules.ts'
import { foreignOrigin } from '#access/origin.ts'
import type { Arriving, Passing, Step } from '#edge/steps.ts'
import { type Gate, isOperator } from '#store/gate.ts'
import type { TenantRules } from '#store/rule-book.ts'

const allowedHeaders = 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID, Myna-Version, X-Api-Key, X-Request-Id'
/** Headers that scripts of other websites may read of an answer. */
const exposedHeaders = 'Deprecation, Link, Myna-Version, RateLimit, RateLimit-Policy, Retry-After, Sunset, X-Request-Id'

/** Lets in who comes from where the platform and the organisation allow it: by address, and for scripts of other websites by their origin. */
export function accessStep(gate: Gate): Step {
  /**
   * What browsers ask before a script of another website may use the API (WHATWG Fetch, CORS-preflight). No credential comes with the question, so all that is
   * known is whether any organisation allows the origin; the request itself is held to the rules of its own. Cookies are never allowed.
   */
  function preflight(request: Arriving): Fault | undefined {
    request.addHeader('vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers')
    const { book, publicHost } = gate.opened()
    const origin = foreignOrigin(request.headers, publicHost)
    if (origin === undefined) return undefined
    if (!book.platform().origins.has(origin)) return new Fault('request.origin_refused', { origin })
    request.addHeader('access-control-allow-origin', origin)
    request.addHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE')
    request.addHeader('access-control-allow-headers', allowedHeaders)
    request.addHeader('access-control-max-age', '600')
    return undefined
  }

  return {
    name: 'access',
    arrive(request) {
      const { access } = gate.opened().book.platform()
      if (!mayEnter(access, request.ip)) return new Fault('request.address_refused', { ip: request.ip, by: 'platform' })
      const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
      return isPreflight ? preflight(request) : undefined
    },
    before(request) {
      const { tenantId } = request.caller
      if (tenantId === null) return undefined
      const rules = gate.opened().book.of(tenantId)
      return rules instanceof Promise ? rules.then((it) => verdictOf(request, it, gate)) : verdictOf(request, rules, gate)
    },
  }
}

function verdictOf(request: Passing, { access, tenantId }: TenantRules, gate: Gate): Fault | undefined {
  // What anybody, or any person without an organisation, may use is not the organisation's: else nobody could sign out or go to another one.
  const needs = request.declared?.access
  const isOurs = needs !== 'public' && needs !== 'user' && !isOperator(request.caller)
  if (isOurs && !mayEnter(access, request.ip)) return new Fault('request.address_refused', { ip: request.ip, tenantId })
  if (request.headers.origin === undefined) return undefined
  const origin = foreignOrigin(request.headers, gate.opened().publicHost)
  if (origin === undefined) return undefined
  request.addHeader('vary', 'Origin')
  // A cookie works from no other website; only who sends a key or a token of its own may be a script elsewhere.
  if (request.headers.authorization === undefined && request.headers['x-api-key'] === undefined) return undefined
  if (access.origins.has(origin)) {
    request.addHeader('access-control-allow-origin', origin)
    request.addHeader('access-control-expose-headers', exposedHeaders)
    return undefined
  }
  // Browsers say this and no script can; a program may send any origin it likes.
  const site = request.headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site' ? new Fault('request.origin_refused', { origin, tenantId }) : undefined
}
