create table calls (
  tenant_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  agent_name text not null,
  version integer,
  conversation_id uuid not null,
  channel text not null,
  status text not null check (status in ('live', 'ended', 'dropped')),
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  recording text,
  primary key (tenant_id, id)
);
create index calls_by_agent on calls (tenant_id, agent_id, id);

create table call_turns (
  tenant_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  brain_turn_id uuid,
  speaker text not null check (speaker in ('caller', 'agent')),
  text text not null,
  language text,
  sources jsonb not null,
  refused boolean not null,
  interrupted boolean not null,
  at_ms integer not null,
  latency jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id) on delete cascade
);
create index call_turns_by_call on call_turns (tenant_id, call_id, at_ms, id);

create table ledger (
  tenant_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  at timestamptz not null,
  event text not null,
  detail jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id) on delete cascade
);
create index ledger_by_call on ledger (tenant_id, call_id, id);

create table open_calls (
  -- global: calls of a process that died are found in all tenants at once; it holds ids and times only
  id uuid primary key,
  tenant_id uuid not null,
  subject text not null,
  beat_at timestamptz not null,
  connection_id uuid
);
create index open_calls_by_beat on open_calls (beat_at);
create index open_calls_by_subject on open_calls (tenant_id, subject);
