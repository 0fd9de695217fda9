create table proven_domains (
  tenant_id uuid not null,
  domain text not null,
  primary key (tenant_id, domain)
);
comment on table proven_domains is 'What identity says the tenant has proven to be its own.';

create table brand_faces (
  -- global: a page before anybody has signed in looks for it by its domain; it holds what anybody may see
  of_tenant uuid primary key,
  domain text unique,
  face jsonb not null,
  logo_hash text
);
create index brand_faces_by_logo on brand_faces (logo_hash) where logo_hash is not null;
