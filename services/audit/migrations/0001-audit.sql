create table entries (
  tenant_id uuid not null,
  id uuid not null,
  sequence integer not null,
  at text not null,
  actor text not null,
  actor_name text,
  action text not null,
  subject text not null,
  ip text,
  trace_id text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null,
  signature text not null,
  primary key (tenant_id, id),
  unique (tenant_id, sequence)
);
create index entries_by_subject on entries (tenant_id, subject);

create table heads (
  tenant_id uuid not null,
  id uuid not null,
  sequence integer not null,
  hash text not null,
  signature text not null,
  primary key (tenant_id, id)
);
