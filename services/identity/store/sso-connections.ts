import type { CodeProvider, SamlSettings, SamlSide } from '@myna/ports/identity-provider'
import type { Kysely, Selectable } from 'kysely'
import type { Context } from '#context.ts'
import type { DirectoryTables } from '#store/tables.ts'

export type ConnectionRow = Selectable<DirectoryTables['sso_connections']>

/** Single sign-on of organisations. Every function names its tenant, or a connection whose id is known from an address. */
export function createConnectionQueries(db: Kysely<DirectoryTables>) {
  const connections = () => db.selectFrom('sso_connections').selectAll()
  return {
    ofTenant: (tenantId: string) => connections().where('tenant_id', '=', tenantId).orderBy('id').execute(),
    one: (tenantId: string, id: string) => connections().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst(),
    active: (id: string) => connections().where('id', '=', id).where('active', '=', true).executeTakeFirst(),
    byId: (id: string) => connections().where('id', '=', id).executeTakeFirst(),
    /** The one a proven domain signs in with. */
    forDomain: (domain: string) =>
      db
        .selectFrom('sso_connections')
        .innerJoin('domain_claims', 'domain_claims.tenant_id', 'sso_connections.tenant_id')
        .selectAll('sso_connections')
        .where('domain_claims.domain', '=', domain)
        .where('domain_claims.verified_at', 'is not', null)
        .where('sso_connections.active', '=', true)
        .where((on) => on(on.val(domain), '=', on.fn.any('sso_connections.domains')))
        .orderBy('sso_connections.id')
        .executeTakeFirst(),
    /** Those of some domains that an organisation has proven. */
    provenOf: async (tenantId: string, domains: readonly string[]) =>
      domains.length === 0
        ? []
        : (
            await db
              .selectFrom('domain_claims')
              .select('domain')
              .where('tenant_id', '=', tenantId)
              .where('verified_at', 'is not', null)
              .where('domain', 'in', domains)
              .execute()
          ).map((it) => it.domain),
  }
}

/** Where a provider sends people back to. */
export function redirectUrl(context: Context, via: string): string {
  return `${context.ports.publicUrl}/sign-in/callback/${via}`
}

/** This side of a SAML connection; its entity id is the address of its metadata. */
export function sideOf(context: Context, connectionId: string): SamlSide {
  const here = `${context.ports.publicUrl}/api/v1/identity/sso/${connectionId}`
  return { entityId: `${here}/metadata`, consumerUrl: `${here}/acs` }
}

/** What is kept of an OpenID Connect provider beside its sealed secret. */
export type OpenidKept = { issuer: string; clientId: string }

/** The provider of a connection by OpenID Connect. */
export function openidOf(context: Context, row: ConnectionRow): CodeProvider {
  const { issuer, clientId } = JSON.parse(row.settings) as OpenidKept
  const clientSecret = row.sealed_secret ? context.vault.open(row.tenant_id, row.sealed_secret) : undefined
  return context.ports.makeOpenid({ issuer, clientId, clientSecret })
}

/** The provider of a connection by SAML. */
export function samlOf(row: ConnectionRow): SamlSettings {
  return JSON.parse(row.settings) as SamlSettings
}
