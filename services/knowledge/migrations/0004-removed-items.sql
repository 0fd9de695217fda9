-- Items deleted lately, whole, so that they can be restored; what asks for items cannot see them.
create table removed_items (
  like items including defaults including constraints,
  removed_at timestamptz not null,
  -- Settled conflicts it was part of.
  settled_in uuid[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, base_id) references bases (tenant_id, id) on delete cascade,
  foreign key (tenant_id, source_id) references sources (tenant_id, id),
  foreign key (tenant_id, page_id) references pages (tenant_id, id)
);
create index removed_items_by_base on removed_items (tenant_id, base_id, removed_at);
create index removed_items_by_source on removed_items (tenant_id, source_id);
create index removed_items_by_page on removed_items (tenant_id, page_id);
