import type { CodeProvider } from '@myna/ports/identity-provider'
import { createOpenidProvider } from '#openid-provider.ts'

/** This application as a vendor knows it. */
export type VendorClient = {
  fetch: typeof globalThis.fetch
  clientId: string
  clientSecret: string
  /** Instead of the vendor's own address: a national cloud, a server of one's own, or what plays the vendor. */
  url?: string | undefined
}

/** Signing in with Google. */
export function createGoogle({ url, ...client }: VendorClient): CodeProvider {
  return createOpenidProvider({ ...client, issuer: url ?? 'https://accounts.google.com' })
}

/** The tenant of personal Microsoft accounts, whose addresses Microsoft itself has checked. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'
const severalTenants = ['common', 'organizations', 'consumers']

/**
 * Signing in with Microsoft. Whoever administers some tenant there can write any address into a work account: it is believed only where Microsoft
 * says that the owner of the domain was verified (`xms_edov`), and in personal accounts.
 */
export function createMicrosoft({
  url = 'https://login.microsoftonline.com',
  tenant = 'common',
  ...client
}: VendorClient & { tenant?: string | undefined }): CodeProvider {
  const issuerOf = (it: string) => `${url}/${it}/v2.0`
  return createOpenidProvider({
    ...client,
    issuer: issuerOf(tenant),
    // It names its issuer with a place for the tenant of whoever signs in, or with the one tenant of all personal accounts.
    names: severalTenants.includes(tenant) ? [issuerOf('{tenantid}'), issuerOf(personalTenant)] : [],
    isVerified: (it) => it['tid'] === personalTenant || it['xms_edov'] === true || it['xms_edov'] === 1 || it['xms_edov'] === '1',
  })
}
