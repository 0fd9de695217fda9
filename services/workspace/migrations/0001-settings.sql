create table settings (
  tenant_id uuid not null,
  id uuid not null,
  settings jsonb not null,
  revision integer not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
