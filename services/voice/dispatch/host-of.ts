/** The host of an address for the audit log: what else stands in an address may be a secret. Null: the vendor's own. */
export function hostOf(baseUrl: string | null | undefined): string | null {
  return baseUrl && URL.canParse(baseUrl) ? new URL(baseUrl).host : null
}
