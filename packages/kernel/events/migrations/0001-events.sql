create table outbox (
  -- outbox: services only add to it; the relay reads and delivers
  id uuid primary key,
  seq bigint generated always as identity,
  tenant_id uuid,
  name text not null,
  data json not null,
  caller json not null,
  created_at timestamptz not null default now(),
  routed_at timestamptz
);
create index outbox_fresh on outbox (seq) where routed_at is null;
create index outbox_routed on outbox (routed_at);

create table deliveries (
  -- private: one row an event and service that hears it; how far it got
  event_id uuid not null references outbox (id) on delete cascade,
  listener text not null,
  tenant_id uuid,
  seq bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  attempts int not null default 0,
  due_at timestamptz not null,
  error text,
  ended_at timestamptz,
  primary key (event_id, listener)
);
create index deliveries_waiting on deliveries (listener, seq) where state = 'waiting';
create index deliveries_dead on deliveries (ended_at) where state = 'dead';

create table listeners (
  -- private: which process delivers to which service at present
  name text primary key,
  holder text not null,
  held_until timestamptz not null
);
