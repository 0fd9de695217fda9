/** Whether a domain is one of these or below one. */
export function isWithin(domain: string, domains: readonly string[]): boolean {
  return domains.some((it) => domain === it || domain.endsWith(`.${it}`))
}
