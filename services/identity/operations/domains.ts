import { randomBytes, timingSafeEqual } from 'node:crypto'
import { identityEvents } from '@myna/contracts/identity-events'
import { Fault } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { mailDomains } from '#domain/mail-domains.ts'
import { admitAttempt, countAttempt, mailKeys } from '#store/attempts.ts'
import { accountPolicy } from '#domain/lockout.ts'
import { directoryOf } from '#store/directory.ts'
import type { DirectoryTables } from '#store/tables.ts'

type Claim = Selectable<DirectoryTables['domain_claims']>

const dnsPrefix = '_myna'
const prefix = 'myna-domain='

/** Domains this organisation has claimed. */
export const listDomains: Handle<'listDomains'> = async (_input, context) => {
  const { read } = await directoryOf(context)
  const rows = await read.selectFrom('domain_claims').selectAll().where('tenant_id', '=', context.tenantId).orderBy('domain').execute()
  return { items: rows.map(presentClaim) }
}

/** Claims a domain: several organisations may, one can prove it. */
export const claimDomain: Handle<'claimDomain'> = async ({ domain }, context) => {
  if (mailDomains.has(domain)) throw new Fault('identity.domain_public', { domain })
  const { tenantId } = context
  const directory = await directoryOf(context)
  return directory.change(context.caller, async (tx) => {
    const known = await tx.selectFrom('domain_claims').selectAll().where('tenant_id', '=', tenantId).where('domain', '=', domain).executeTakeFirst()
    if (known) return presentClaim(known)
    const token = randomBytes(20).toString('base64url')
    const claim = { tenant_id: tenantId, domain, token, verified_at: null, mail_code_hash: null, mail_code_until: null, created_at: context.clock.now() }
    await tx.insertInto('domain_claims').values(claim).execute()
    await context.note(tx, { action: 'claim-domain', subject: `domain:${domain}` })
    return presentClaim(claim)
  })
}

/** Sends a code to one of the addresses that administrators of a domain have (RFC 2142). */
export const sendDomainMail: Handle<'sendDomainMail'> = async ({ domain, mailbox }, context) => {
  const claim = await findClaim(context, domain)
  const to = `${mailbox}@${claim.domain}`
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const waitMs = await countAttempt(tx, mailKeys(to), context.clock.now())
    if (waitMs > 0) throw new Fault('request.too_many', { waitMs })
    await context.jobs.send(tx, 'sendMail', { kind: 'domain', tenantId: context.tenantId, domain, to })
  })
  return {}
}

/** Proves a domain by the code that was mailed, or by its TXT record. */
export const verifyDomain: Handle<'verifyDomain'> = async ({ domain, code }, context) => {
  const claim = await findClaim(context, domain)
  if (claim.verified_at) return presentClaim(claim)
  const { tenantId } = context
  const directory = await directoryOf(context)
  const now = context.clock.now()
  if (code === undefined) {
    const records = await context.ports.resolveText(`${dnsPrefix}.${domain}`)
    if (!records.some((it) => it.trim() === `${prefix}${claim.token}`)) throw new Fault('identity.domain_unproven', { domain })
  } else {
    await admitAttempt(context, directory, [{ key: `domain:${tenantId}:${domain}`, policy: accountPolicy }], 'request.too_many')
    const [given, wanted] = [Buffer.from(hashOf(`${tenantId} ${domain} ${code}`)), Buffer.from(claim.mail_code_hash ?? '')]
    const right = given.length === wanted.length && timingSafeEqual(given, wanted) && claim.mail_code_until !== null && claim.mail_code_until > now
    if (!right) throw new Fault('identity.domain_unproven', { domain })
  }
  const row = await directory
    .change(context.caller, async (tx) => {
      const proven = await tx
        .updateTable('domain_claims')
        .set({ verified_at: now, mail_code_hash: null, mail_code_until: null })
        .where('tenant_id', '=', tenantId)
        .where('domain', '=', domain)
        .returningAll()
        .executeTakeFirst()
      if (!proven) throw new Fault('identity.domain_not_found', { domain })
      await context.note(tx, { action: 'verify-domain', subject: `domain:${domain}`, detail: { way: code === undefined ? 'dns' : 'mail' } })
      await context.tell(tx, identityEvents.domainVerified, { domain })
      return proven
    })
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '23505') throw new Fault('identity.domain_taken', { domain }, { cause: error })
      throw error
    })
  return presentClaim(row)
}

/** Gives a domain up, and takes it from the connections that cover it. */
export const releaseDomain: Handle<'releaseDomain'> = async ({ domain }, context) => {
  const { tenantId } = context
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const gone = await tx.deleteFrom('domain_claims').where('tenant_id', '=', tenantId).where('domain', '=', domain).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new Fault('identity.domain_not_found', { domain })
    await tx
      .updateTable('sso_connections')
      .set((it) => ({ domains: it.fn<string[]>('array_remove', ['domains', it.val(domain)]) }))
      .where('tenant_id', '=', tenantId)
      .execute()
    await context.note(tx, { action: 'release-domain', subject: `domain:${domain}` })
    await context.tell(tx, identityEvents.domainReleased, { domain })
  })
  return {}
}

async function findClaim(context: Context, domain: string): Promise<Claim> {
  const { read } = await directoryOf(context)
  const claim = await read.selectFrom('domain_claims').selectAll().where('tenant_id', '=', context.tenantId).where('domain', '=', domain).executeTakeFirst()
  if (!claim) throw new Fault('identity.domain_not_found', { domain })
  return claim
}

function presentClaim(it: Claim) {
  return {
    domain: it.domain,
    verified: it.verified_at !== null,
    verifiedAt: it.verified_at?.toISOString() ?? null,
    dnsName: `${dnsPrefix}.${it.domain}`,
    dnsValue: `${prefix}${it.token}`,
  }
}
