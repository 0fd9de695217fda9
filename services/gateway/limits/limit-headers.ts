/** A limit as answers tell of it. */
export type Told = { name: string; limit: number }

/**
 * `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-11): which limits hold for requests like this one. `q` is how many, `w` the seconds of the window.
 */
export function policyHeader(limits: readonly Told[]): string {
  return limits.map(({ name, limit }) => `"${name}";q=${limit};w=60`).join(', ')
}

/** `RateLimit` of the same draft: `r` requests are left of the limit that is nearest to its end, and all of them again in `t` seconds. */
export function leftHeader(name: string, left: number, resetsInMs: number): string {
  return `"${name}";r=${Math.max(0, left)};t=${Math.ceil(resetsInMs / 1000)}`
}

/** `Retry-After` (RFC 9110, 10.2.3) in seconds, at least one. */
export function retryAfter(ms: number): string {
  return String(Math.max(1, Math.ceil(ms / 1000)))
}
