create table signals (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  severity text not null,
  subject text not null,
  subject_name text,
  evidence jsonb not null,
  count integer not null,
  state text not null,
  note text,
  handled_by text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  handled_at timestamptz,
  primary key (tenant_id, id)
);
create index signals_by_state on signals (tenant_id, state, id);
-- While one is open or looked into, what is like it is counted there.
create unique index signals_one_at_a_time on signals (tenant_id, kind, subject) where state <> 'closed';

create table signal_sources (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  signal_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id, kind)
);
comment on table signal_sources is 'What was counted already: the same event may be heard twice.';

create table removals (
  tenant_id uuid not null,
  id uuid not null,
  actor text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index removals_of_actor on removals (tenant_id, actor, at);
