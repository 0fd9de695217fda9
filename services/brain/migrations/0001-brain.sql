create table conversations (
  tenant_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  base_id uuid not null,
  channel text not null check (channel in ('text', 'voice', 'phone', 'sms')),
  persona jsonb not null,
  turn_count integer not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table turns (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- Place in the conversation, from 1.
  sequence integer not null,
  speaker text not null check (speaker in ('caller', 'agent')),
  text text not null,
  -- Of the caller: the question with what earlier turns add to it.
  meant text,
  language text,
  sources jsonb not null,
  confidence double precision,
  refused boolean not null,
  engine text,
  interrupted boolean not null default false,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, conversation_id, sequence),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade
);

create table providers (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('openai-compatible')),
  name text not null,
  base_url text not null,
  model text not null,
  sealed_key text,
  enabled boolean not null,
  health text not null default 'unknown' check (health in ('unknown', 'well', 'failing')),
  last_error text,
  -- Since when it fails; left alone for a while after that, so that no caller waits for it.
  failed_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
