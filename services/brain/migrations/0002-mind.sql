alter table conversations
  add column policy jsonb not null default '{"standardGoals":[],"goals":[],"tools":[],"handOffs":[],"remember":"never"}',
  -- Where the dialogue stands: goals under way, what was offered, what waits for a yes.
  add column dialogue jsonb not null default '{}',
  add column dry_run boolean not null default false,
  add column caller_kind text check (caller_kind in ('phone', 'email', 'visitor', 'user')),
  -- Who is on the other end, as a keyed hash; the number itself is sealed beside what is remembered of them.
  add column caller_hash text,
  add column summary text,
  add column ended_at timestamptz;
alter table conversations alter column policy drop default;
create index conversations_by_caller on conversations (tenant_id, caller_hash, created_at) where caller_hash is not null;

-- Of the agent: what the turn did besides speaking.
alter table turns add column move jsonb;

alter table providers
  drop constraint providers_kind_check,
  add constraint providers_kind_check check (kind in ('openai', 'anthropic', 'gemini', 'openai-compatible')),
  alter column base_url drop not null,
  add column position integer not null default 0,
  -- US dollars for a million tokens.
  add column input_price double precision,
  add column output_price double precision,
  -- US dollars a calendar month in UTC.
  add column monthly_budget double precision,
  -- Failures in a row; after some of them it rests.
  add column failures integer not null default 0;

create table usage_days (
  tenant_id uuid not null,
  id uuid not null,
  day date not null,
  -- Null: the built-in engine. Not a foreign key: what a model cost outlives it.
  provider_id uuid,
  turns integer not null default 0,
  failures integer not null default 0,
  input_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  cost double precision not null default 0,
  first_token_ms double precision not null default 0,
  first_token_count integer not null default 0,
  primary key (tenant_id, id)
);
create unique index usage_days_by_day on usage_days (tenant_id, day, coalesce(provider_id, '00000000-0000-0000-0000-000000000000'));

create table unanswered (
  tenant_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  agent_id uuid,
  question text not null,
  -- What the question is about, by which the same question in other words is found again.
  topic text not null,
  variants jsonb not null,
  count integer not null,
  state text not null check (state in ('open', 'answered', 'dismissed')),
  first_asked_at timestamptz not null,
  last_asked_at timestamptz not null,
  primary key (tenant_id, id)
);
create index unanswered_by_base on unanswered (tenant_id, base_id, state, count);

create table corrections (
  tenant_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  item_id uuid,
  question text not null,
  answer text not null,
  before jsonb not null,
  after jsonb not null,
  changed boolean not null,
  by text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);

create table callers (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('phone', 'email', 'visitor', 'user')),
  hash text not null,
  sealed_id text not null,
  consent text not null check (consent in ('unknown', 'given', 'refused')),
  -- Name, facts and summary, sealed together.
  sealed_memory text,
  language text,
  conversation_count integer not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, hash)
);
