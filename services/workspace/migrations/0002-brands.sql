create table brands (
  tenant_id uuid not null,
  id uuid not null,
  brand jsonb not null,
  logo bytea,
  logo_type text,
  logo_hash text,
  revision integer not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
