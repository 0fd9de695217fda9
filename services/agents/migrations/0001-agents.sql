create table agents (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  base_id uuid not null,
  status text not null check (status in ('building', 'draft', 'live', 'failed')),
  draft jsonb not null,
  draft_revision integer not null,
  published_version integer,
  published_revision integer,
  website text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index agents_by_name on agents (tenant_id, lower(name));
create index agents_by_base on agents (tenant_id, base_id);

create table versions (
  tenant_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  number integer not null,
  config jsonb not null,
  note text not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, agent_id, number),
  foreign key (tenant_id, agent_id) references agents (tenant_id, id) on delete cascade
);

create table creations (
  tenant_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  source_id uuid not null,
  job_id uuid,
  url text not null,
  named boolean not null,
  status text not null check (status in ('running', 'done', 'failed', 'cancelled')),
  steps jsonb not null,
  event_count integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references agents (tenant_id, id) on delete cascade
);
create unique index creations_running on creations (tenant_id, url) where status = 'running';

create table creation_events (
  tenant_id uuid not null,
  id uuid not null,
  creation_id uuid not null,
  sequence integer not null,
  event jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, creation_id, sequence),
  foreign key (tenant_id, creation_id) references creations (tenant_id, id) on delete cascade
);
