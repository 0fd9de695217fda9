import type { Context } from '#context.ts'
import type { KeptSecrets } from '#domain/kept-secrets.ts'

type Sealing = Pick<Context, 'vault' | 'tenantId'>

/** Secrets as they are kept: one JSON object in the vault, null when there are none. */
export function sealSecrets({ vault, tenantId }: Sealing, secrets: KeptSecrets): string | null {
  return Object.keys(secrets).length === 0 ? null : vault.seal(tenantId, JSON.stringify(secrets))
}

/** Secrets as they were sealed. */
export function openSecrets({ vault, tenantId }: Sealing, sealed: string | null): KeptSecrets {
  return sealed === null ? {} : (JSON.parse(vault.open(tenantId, sealed)) as KeptSecrets)
}
