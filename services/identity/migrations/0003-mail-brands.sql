create table mail_brands (
  tenant_id uuid not null,
  id uuid not null,
  brand jsonb not null,
  primary key (tenant_id, id)
);
comment on table mail_brands is 'How mails about a tenant look; one row, whose id is the tenant.';
