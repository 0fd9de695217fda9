create table jobs (
  -- outbox: services only add work; the kernel runs it and tells about it
  id uuid primary key,
  tenant_id uuid,
  lane uuid not null generated always as (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored,
  service text not null,
  name text not null,
  singleton_key text,
  input json not null,
  caller json not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'retrying', 'done', 'cancelled', 'dead')),
  attempt int not null default 0,
  lost_runs int not null default 0,
  due_at timestamptz not null,
  holder text,
  held_until timestamptz,
  cancel_asked boolean not null default false,
  on_dead_due boolean not null default false,
  progress json,
  error text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create index jobs_due on jobs (service, name, lane, due_at, id) where state in ('waiting', 'retrying');
create index jobs_running on jobs (held_until) where state = 'running';
create index jobs_on_dead on jobs (service, name) where on_dead_due;
create index jobs_dead on jobs (ended_at) where state = 'dead';
create index jobs_ended on jobs (ended_at) where state in ('done', 'cancelled');
create unique index jobs_singleton on jobs (tenant_id, service, name, singleton_key) nulls not distinct
  where singleton_key is not null and state in ('waiting', 'running', 'retrying');

create table schedules (
  -- private: when each scheduled job is due next, for all processes
  service text not null,
  name text not null,
  cron text not null,
  next_at timestamptz not null,
  primary key (service, name)
);
