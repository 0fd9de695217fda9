import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'

/** What the person has set up beside the password. */
export const secondFactorQuery = queryOptions({ queryKey: ['security', 'factor'], queryFn: () => api.identity.getSecondFactor({}) })

/** Passkeys of the person. */
export const passkeysQuery = queryOptions({ queryKey: ['security', 'passkeys'], queryFn: async () => (await api.identity.listPasskeys({})).items })

/** Accounts elsewhere that sign the person in, and whether there is a password. */
export const accountsQuery = queryOptions({ queryKey: ['security', 'accounts'], queryFn: () => api.identity.listExternalAccounts({}) })

/** What the organisation asks of its members. */
export const policyQuery = queryOptions({ queryKey: ['security', 'policy'], queryFn: () => api.identity.getSecurityPolicy({}) })

/** Identity providers of the organisation. */
export const ssoQuery = queryOptions({ queryKey: ['security', 'sso'], queryFn: async () => (await api.identity.listSsoConnections({})).items })

/** Domains the organisation has claimed. */
export const domainsQuery = queryOptions({ queryKey: ['security', 'domains'], queryFn: async () => (await api.identity.listDomains({})).items })

/** Teams of the organisation. */
export const teamsQuery = queryOptions({ queryKey: ['teams'], queryFn: () => allPages((page) => api.identity.listTeams(page)) })

/** Asks anew for everything these pages show. */
export async function askSecurityAnew(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['security'] }), queryClient.invalidateQueries({ queryKey: ['sessions'] })])
}
