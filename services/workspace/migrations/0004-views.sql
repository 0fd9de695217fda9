create table views (
  tenant_id uuid not null,
  id uuid not null,
  subject text not null,
  list text not null,
  name text not null,
  search jsonb not null,
  is_default boolean not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table views is 'Filters and order of a list that a person keeps under a name.';
create index views_of_subject on views (tenant_id, subject, list);
