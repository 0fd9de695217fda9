create table idempotency (
  tenant_id uuid not null,
  id uuid not null,
  subject text not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  answer text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, subject, key)
);
create index idempotency_by_age on idempotency (created_at);
