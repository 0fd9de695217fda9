create table entries (
  tenant_id uuid not null,
  id uuid not null,
  text text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
