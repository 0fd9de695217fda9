create table own_limits (
  tenant_id uuid not null,
  id uuid not null,
  limits jsonb not null,
  revision integer not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);

create table access_rules (
  tenant_id uuid not null,
  id uuid not null,
  rules jsonb not null,
  revision integer not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);

create table key_settings (
  tenant_id uuid not null,
  id uuid not null,
  per_minute integer,
  version text,
  primary key (tenant_id, id)
);

create table months (
  tenant_id uuid not null,
  month text not null,
  requests bigint not null,
  primary key (tenant_id, month)
);

create table traffic (
  tenant_id uuid not null,
  step text not null,
  at timestamptz not null,
  route text not null,
  key_id text not null,
  status smallint not null,
  requests bigint not null,
  bins integer[] not null,
  primary key (tenant_id, step, at, route, key_id, status)
);

create table platform_settings (
  -- global: the operator's own, about all tenants
  name text primary key,
  settings jsonb not null,
  revision integer not null,
  updated_at timestamptz not null
);

create table allowances (
  -- global: what the operator allows a tenant, which the tenant may not change
  of_tenant uuid primary key,
  limits jsonb not null
);

create table allowed_origins (
  -- global: a browser asks about an origin before it says for which tenant
  origin text not null,
  of_tenant uuid not null,
  primary key (origin, of_tenant)
);

create table platform_traffic (
  -- global: sums over all tenants, which name none
  step text not null,
  at timestamptz not null,
  route text not null,
  status smallint not null,
  requests bigint not null,
  bins integer[] not null,
  primary key (step, at, route, status)
);

create table platform_tenants (
  -- global: how much each tenant uses, for the operator; of_tenant is empty for requests of nobody known
  step text not null,
  at timestamptz not null,
  of_tenant text not null,
  status smallint not null,
  requests bigint not null,
  bins integer[] not null,
  primary key (step, at, of_tenant, status)
);
