create table connections (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('mcp', 'plugin')),
  name text not null,
  slug text not null,
  url text,
  plugin text,
  sealed_settings text not null,
  health text not null default 'unknown' check (health in ('unknown', 'well', 'failing')),
  last_error text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  unique (tenant_id, url),
  unique (tenant_id, plugin)
);

create table tools (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  title text not null,
  description text not null,
  kind text not null check (kind in ('http', 'plugin', 'mcp')),
  connection_id uuid,
  hosted_name text,
  parameters jsonb not null,
  changes text not null check (changes in ('nothing', 'records', 'people', 'money')),
  timeout_ms integer not null,
  enabled boolean not null,
  request jsonb,
  header_names jsonb not null default '[]',
  sealed_headers text,
  missing boolean not null default false,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  unique (tenant_id, connection_id, hosted_name),
  foreign key (tenant_id, connection_id) references connections (tenant_id, id) on delete cascade
);

create table runs (
  tenant_id uuid not null,
  id uuid not null,
  tool_name text not null,
  agent_id uuid,
  conversation_id uuid,
  status text not null check (status in ('running', 'done', 'failed', 'tried', 'unsure')),
  arguments jsonb not null,
  result jsonb,
  sentence text,
  confirmed boolean not null,
  key text,
  sealed_digest text,
  took_ms double precision not null default 0,
  at timestamptz not null,
  until timestamptz,
  primary key (tenant_id, id)
);
create unique index runs_by_key on runs (tenant_id, tool_name, key) where key is not null;
create index runs_by_tool on runs (tenant_id, tool_name, id);
create index runs_by_conversation on runs (tenant_id, conversation_id, id);

create table errands (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('message', 'lead', 'meeting', 'meeting_change', 'meeting_cancellation', 'task', 'callback', 'opt_out')),
  fields jsonb not null,
  agent_id uuid,
  conversation_id uuid,
  state text not null check (state in ('open', 'done')),
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  primary key (tenant_id, id)
);
create index errands_by_state on errands (tenant_id, state, id);
