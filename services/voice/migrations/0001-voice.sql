create table speech_providers (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('deepgram', 'google', 'openai', 'elevenlabs', 'http')),
  name text not null,
  speaks boolean not null,
  listens boolean not null,
  sealed_key text,
  base_url text,
  model text,
  -- What else this kind needs, by name; those that may hold a secret are sealed together.
  options jsonb not null,
  sealed_options text,
  enabled boolean not null,
  position integer not null,
  -- Another one makes it another engine: key, address, model, options or what it is used for changed.
  revision integer not null default 1,
  last_error text,
  last_error_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table voice_presets (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  voice_id text not null,
  language text not null check (language in ('en', 'hi', 'hinglish', 'bn')),
  speed double precision not null,
  pitch double precision not null,
  volume double precision not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index voice_presets_by_name on voice_presets (tenant_id, lower(name));
