create table orders (
  tenant_id uuid not null,
  id uuid not null,
  primary key (tenant_id, id)
);
create table traces (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  who text not null,
  primary key (tenant_id, id)
);
create index traces_order on traces (tenant_id, order_id);
