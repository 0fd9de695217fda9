alter table calls
  drop constraint calls_status_check,
  add constraint calls_status_check check (status in ('queued', 'ringing', 'live', 'ended', 'dropped', 'busy', 'no-answer', 'failed')),
  add column direction text not null default 'inbound' check (direction in ('inbound', 'outbound')),
  add column from_number text,
  add column to_number text,
  add column draft boolean not null default false,
  -- Said instead of the agent's own greeting.
  add column greeting text,
  add column carrier_id uuid,
  -- The carrier's own name of the call.
  add column carrier_call text,
  add column answered_by text check (answered_by in ('person', 'machine', 'unknown')),
  add column ended_by text check (ended_by in ('caller', 'agent', 'person', 'limit', 'silence', 'carrier')),
  add column recording_consent text not null default 'not-needed'
    check (recording_consent in ('not-needed', 'announced', 'given', 'refused', 'awaited')),
  add column recording_bytes bigint,
  add column waveform jsonb,
  -- What is known of the call once it is over.
  add column report jsonb,
  -- Number of a person the call is being handed to.
  add column transfer_to text,
  -- Whether that person hears first what the call is about.
  add column transfer_brief boolean not null default true;
create unique index calls_by_carrier_call on calls (tenant_id, carrier_id, carrier_call) where carrier_call is not null;
create index calls_by_conversation on calls (tenant_id, conversation_id);

create table carriers (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('twilio')),
  name text not null,
  account text not null,
  secret text not null,
  region text,
  is_subaccount boolean not null,
  last_error text,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index carriers_by_account on carriers (tenant_id, kind, account);

create table numbers (
  tenant_id uuid not null,
  id uuid not null,
  carrier_id uuid not null,
  -- The carrier's own name of the number.
  carrier_number text not null,
  number text not null,
  country text not null,
  label text not null,
  agent_id uuid,
  can_sms boolean not null,
  routed boolean not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, carrier_id) references carriers (tenant_id, id) on delete cascade
);
create unique index numbers_by_number on numbers (tenant_id, number);
create index numbers_by_agent on numbers (tenant_id, agent_id);

create table call_settings (
  tenant_id uuid not null,
  -- That of the tenant: there is one row.
  id uuid not null,
  settings jsonb not null,
  primary key (tenant_id, id)
);

create table doors (
  -- global: a webhook names a carrier account before anybody knows whose it is; it holds ids only
  carrier_id uuid primary key,
  tenant_id uuid not null
);

create table kept_calls (
  -- global: what has to be deleted after its time is found in all tenants at once; it holds ids and times only
  call_id uuid primary key,
  tenant_id uuid not null,
  ended_at timestamptz not null
);
create index kept_calls_by_tenant on kept_calls (tenant_id, ended_at);

alter table open_calls
  -- Proof that a media stream belongs to the call: the hash of a token that is used once.
  add column media_token text,
  -- What somebody wants of the call, for whoever holds it.
  add column wish jsonb;
create unique index open_calls_by_media_token on open_calls (media_token) where media_token is not null;
