create table bases (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  revision integer not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table sources (
  tenant_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  url text not null,
  url_key text not null,
  status text not null check (status in ('new', 'reading', 'read', 'failed')),
  fault text,
  page_count integer not null default 0,
  read_at timestamptz,
  created_at timestamptz not null,
  -- Since when the reading that is under way, or was broken off, has been going on; null after a complete one.
  reading_since timestamptz,
  -- Who reads, and until when that holds unless extended: a reader that died lets go by itself.
  reader uuid,
  reading_until timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, base_id, url_key),
  foreign key (tenant_id, base_id) references bases (tenant_id, id) on delete cascade
);

create table pages (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  url text not null,
  url_key text not null,
  title text not null,
  language text not null,
  outcome text not null check (outcome in ('read', 'unchanged', 'skipped', 'failed')),
  reason text,
  bytes integer not null,
  etag text,
  last_modified text,
  text_hash text,
  -- The page as HTML in UTF-8, gzipped; null when there is nothing to take knowledge from.
  html bytea,
  fetched_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, source_id, url_key),
  foreign key (tenant_id, source_id) references sources (tenant_id, id) on delete cascade
);

create table items (
  tenant_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  source_id uuid,
  page_id uuid,
  category text not null,
  title text not null,
  text text not null,
  kind text not null check (kind in ('passage', 'fact', 'row', 'question')),
  label text,
  value text,
  language text not null,
  url text,
  quote text,
  confidence double precision not null,
  state text not null check (state in ('found', 'approved', 'edited', 'written', 'rejected')),
  stale boolean not null default false,
  position integer not null default 0,
  -- Hash of what the page said, by which a person's edit is found again on the next reading; null when a person wrote it.
  fingerprint text,
  -- Revision of the base in which this item last changed.
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, base_id) references bases (tenant_id, id) on delete cascade,
  foreign key (tenant_id, source_id) references sources (tenant_id, id),
  foreign key (tenant_id, page_id) references pages (tenant_id, id)
);
create index items_by_base on items (tenant_id, base_id, id);
create index items_by_source on items (tenant_id, source_id);
create index items_by_page on items (tenant_id, page_id, position);

create table conflicts (
  tenant_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  label text not null,
  -- What exactly is in dispute, so that a new reading finds the same conflict again.
  topic text not null,
  settled boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, base_id) references bases (tenant_id, id) on delete cascade
);
create index conflicts_by_base on conflicts (tenant_id, base_id, id);

create table conflict_items (
  tenant_id uuid not null,
  id uuid not null,
  conflict_id uuid not null,
  item_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, conflict_id, item_id),
  foreign key (tenant_id, conflict_id) references conflicts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, item_id) references items (tenant_id, id) on delete cascade
);
create index conflict_items_by_item on conflict_items (tenant_id, item_id);
