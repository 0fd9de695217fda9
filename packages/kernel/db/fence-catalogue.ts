import type { PoolClient } from 'pg'
import { appRole, relayRole } from '#db/roles.ts'

/** What a table says it is; `fenced` when it says nothing. */
export type Mark = 'fenced' | 'outbox' | 'global' | 'private'

/** A table as the catalogue of PostgreSQL describes it; `name` is quoted and qualified, rights are sorted and joined by commas. */
export type FencedTable = {
  schema: string
  name: string
  mark: Mark
  /** What the table says of itself after its mark. */
  why: string
  enabled: boolean
  forced: boolean
  app: string
  relay: string
  everyone: string
  policies: { name: string; permissive: boolean; command: string; roles: string; using: string | null; check: string | null }[]
}

const markOf = (oid: string) => `coalesce(substring(obj_description(${oid}, 'pg_class') from '^(global|outbox|private): '), 'fenced')`
const rightsOf = (grantee: string) => `(
  select coalesce(string_agg(a.privilege_type, ',' order by a.privilege_type), '')
  from aclexplode(c.relacl) a where a.grantee = ${grantee} and a.privilege_type <> 'MAINTAIN')`

/** Every table of the schemas with what fences it. */
export async function readTables(client: Pick<PoolClient, 'query'>, schemas: readonly string[]): Promise<FencedTable[]> {
  const found = await client.query<FencedTable>(
    `select c.relnamespace::regnamespace::text as schema, format('%I.%I', n.nspname, c.relname) as name, ${markOf('c.oid')} as mark,
       coalesce(substring(obj_description(c.oid, 'pg_class') from '^(?:global|outbox|private): (.*)$'), '') as why,
       c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       ${rightsOf(`(select oid from pg_roles where rolname = '${appRole}')`)} as app,
       ${rightsOf(`(select oid from pg_roles where rolname = '${relayRole}')`)} as relay,
       ${rightsOf('0')} as everyone,
       (select coalesce(json_agg(json_build_object('name', quote_ident(p.polname), 'permissive', p.polpermissive, 'command', p.polcmd,
          'roles', (select string_agg(case r when 0 then 'public' else r::regrole::text end, ',') from unnest(p.polroles) r),
          'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
        from pg_policy p where p.polrelid = c.oid) as policies
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = any($1) order by 1, 2`,
    [schemas],
  )
  return found.rows
}

/** What keeps the schemas from being fenced, as sentences for whoever wrote the migration. */
export async function readTroubles(client: Pick<PoolClient, 'query'>, schemas: readonly string[]): Promise<string[]> {
  const found = await client.query<{ trouble: string }>(
    `with tables as (
       select c.oid, format('%I.%I', n.nspname, c.relname) as name, ${markOf('c.oid')} as mark,
         a.attnum as tenant, a.attnotnull as filled, a.atttypid as type
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and n.nspname = any($1)
     ), fenced as (select * from tables where mark = 'fenced')
     select format('Table %s has no tenant_id. Add "tenant_id uuid not null", or say "-- global: why" in the first line of its definition.', name) as trouble
       from fenced where tenant is null
     union all select format('Column tenant_id of table %s must be "uuid not null".', name)
       from fenced where tenant is not null and (not filled or type <> 'uuid'::regtype)
     union all select format('Outbox table %s needs a column "tenant_id uuid".', name)
       from tables where mark = 'outbox' and type is distinct from 'uuid'::regtype
     union all select format(
         'Index %s of table %s must include tenant_id: it would tell one tenant what another has.', i.indexrelid::regclass, f.name)
       from fenced f join pg_index i on i.indrelid = f.oid
       where (i.indisunique or i.indisexclusion) and not (f.tenant = any((i.indkey::int2[])[0:i.indnkeyatts - 1]))
     union all select format(
         'Foreign key %I of table %s must pair tenant_id with tenant_id of %s: it would reach into another tenant.', k.conname, f.name, t.name)
       from pg_constraint k join fenced f on f.oid = k.conrelid join fenced t on t.oid = k.confrelid
       where k.contype = 'f' and not exists (select from generate_subscripts(k.conkey, 1) at where k.conkey[at] = f.tenant and k.confkey[at] = t.tenant)
     union all select format(
         'Foreign key %I of table %s would empty tenant_id; name the column to empty: "on delete set null (column)".', k.conname, f.name)
       from pg_constraint k join fenced f on f.oid = k.conrelid
       where k.contype = 'f' and f.tenant = any(k.conkey) and k.confdeltype in ('n', 'd')
         and (k.confdelsetcols is null or f.tenant = any(k.confdelsetcols))
     union all select format('Table %s has the policy %I of its own; the fence is put up by Myna alone.', t.name, p.polname)
       from pg_policy p join tables t on t.oid = p.polrelid where p.polname not in ('tenant_fence', 'relay')
     union all select format(
         'View %I.%I needs "with (security_invoker = true)": it would show every tenant''s rows.', n.nspname, c.relname)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind = 'v'
         and not exists (select from pg_options_to_table(c.reloptions) o
           where o.option_name = 'security_invoker' and lower(o.option_value) in ('true', 'on', '1', 'yes'))
     union all select format('%I.%I is a %s, which row security does not bind.', n.nspname, c.relname,
         case c.relkind when 'm' then 'materialized view' else 'foreign table' end)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind in ('m', 'f')
     union all select format(
         'Function %s runs as its owner, whom row security may not bind; leave "security definer" out.', p.oid::regprocedure)
       from pg_proc p where p.pronamespace::regnamespace::text = any($1) and p.prosecdef`,
    [schemas],
  )
  return found.rows.map((it) => it.trouble)
}
