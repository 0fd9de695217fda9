create table effects (
  tenant_id uuid not null,
  order_id uuid not null,
  who text not null,
  place bigint generated always as identity,
  runs int not null default 1,
  primary key (tenant_id, order_id, who)
);
