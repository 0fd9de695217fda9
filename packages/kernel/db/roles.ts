import type { PoolClient } from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'

/** Row security binds this role: every transaction of a service runs as it, with the tenant of the caller set. */
export const appRole = 'myna_app'

/** The kernel's own work across tenants (sending events, forgetting expired keys) runs as this role; it reaches tables of the kernel alone. */
export const relayRole = 'myna_relay'

const insufficientPrivilege = '42501'

/**
 * Makes the two roles when the server has none, and lets the login take them on. Both are NOLOGIN, NOSUPERUSER, NOBYPASSRLS.
 * Roles belong to the whole server: another database of it may have made them. Throws `DatabaseRefusal` naming the statements an
 * administrator has to run when the login may not.
 */
export async function ensureRoles(client: PoolClient): Promise<void> {
  const version = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  // Before 16 membership alone lets a login take a role on; since 16 that is the SET option, and inheriting would mix the roles up.
  const modern = (version.rows[0]?.version ?? 0) >= 160_000
  const grantOptions = modern ? ' with inherit false, set true' : ''
  for (const role of [appRole, relayRole]) {
    await client.query('savepoint role')
    try {
      await client.query(`do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then
          create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
        end if;
        exception when duplicate_object or unique_violation then null;
      end $$`)
      const may = await client.query<{ may: boolean }>(`select pg_has_role(current_user, $1, $2) as may`, [role, modern ? 'SET' : 'MEMBER'])
      if (!may.rows[0]?.may) await client.query(`do $$ begin execute format('grant ${role} to %I${grantOptions}', current_user); end $$`)
      await client.query('release savepoint role')
    } catch (error) {
      await client.query('rollback to savepoint role')
      if (!(error instanceof Error && 'code' in error && error.code === insufficientPrivilege)) throw error
      const login = (await client.query<{ login: string }>('select quote_ident(current_user) as login')).rows[0]?.login
      throw new DatabaseRefusal(
        `The database login ${login} may not create the role ${role} or take it on. Have an administrator run: ` +
          `create role ${role} nologin; grant ${role} to ${login}${grantOptions}; (skip the first when the role exists).`,
        { cause: error },
      )
    }
  }
  const weak = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname in ('${appRole}', '${relayRole}') and (rolsuper or rolbypassrls)
     union select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = '${appRole}'`,
  )
  const name = weak.rows[0]?.rolname
  if (name)
    throw new DatabaseRefusal(
      `The database role ${name} could pass the tenant fence: it must be neither superuser nor bypassrls, and ${appRole} a member of no role.`,
    )
}
