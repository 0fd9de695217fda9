create table apps (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  purpose text not null,
  enabled boolean not null,
  scopes jsonb not null,
  probe jsonb not null,
  limits jsonb not null,
  active_version_id uuid,
  previous_version_id uuid,
  trial_version_id uuid,
  trial_percent integer not null default 0 check (trial_percent between 0 and 99),
  header_names jsonb not null,
  sealed_headers text,
  sealed_signing_secret text not null,
  sealed_old_signing_secret text,
  old_secret_until timestamptz,
  fields jsonb not null default '[]',
  field_values jsonb not null default '{}',
  secrets_set jsonb not null default '[]',
  sealed_values text,
  configured_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);

create table versions (
  tenant_id uuid not null,
  id uuid not null,
  app_id uuid not null,
  name text not null,
  url text not null,
  notes text not null,
  health text not null default 'unknown' check (health in ('unknown', 'well', 'failing', 'away')),
  health_since timestamptz,
  -- Answers of one kind in a row: good ones above zero, bad ones below.
  in_a_row integer not null default 0,
  -- Questions in a row that had no answer at all.
  unanswered integer not null default 0,
  created_at timestamptz not null,
  activated_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, app_id, name),
  foreign key (tenant_id, app_id) references apps (tenant_id, id) on delete cascade
);

create table probe_answers (
  tenant_id uuid not null,
  id uuid not null,
  app_id uuid not null,
  version_id uuid not null,
  at timestamptz not null,
  ok boolean not null,
  status integer,
  took_ms double precision not null,
  trouble text,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references versions (tenant_id, id) on delete cascade
);
create index probe_answers_by_app on probe_answers (tenant_id, app_id, id);
create index probe_answers_by_version on probe_answers (tenant_id, version_id, at);

create table health_changes (
  tenant_id uuid not null,
  id uuid not null,
  app_id uuid not null,
  version_id uuid not null,
  version_name text not null,
  before text not null,
  after text not null,
  at timestamptz not null,
  trouble text,
  primary key (tenant_id, id),
  foreign key (tenant_id, app_id) references apps (tenant_id, id) on delete cascade
);
create index health_changes_by_app on health_changes (tenant_id, app_id, id);

create table uses (
  tenant_id uuid not null,
  app_id uuid not null,
  version_id uuid not null,
  hour timestamptz not null,
  version_name text not null,
  requests integer not null,
  errors integer not null,
  latencies integer[] not null,
  primary key (tenant_id, app_id, version_id, hour),
  foreign key (tenant_id, app_id) references apps (tenant_id, id) on delete cascade
);

create table probes_due (
  -- global: health questions that are due are found in all tenants at once; it holds ids and times only
  app_id uuid primary key,
  tenant_id uuid not null,
  interval_seconds integer not null,
  due_at timestamptz not null
);
create index probes_due_by_time on probes_due (due_at);
