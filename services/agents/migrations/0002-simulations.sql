create table scenarios (
  tenant_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  name text not null,
  -- What the contract calls a scenario, without ids and times.
  body jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references agents (tenant_id, id) on delete cascade
);
create unique index scenarios_by_name on scenarios (tenant_id, agent_id, lower(name));

create table simulations (
  tenant_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  job_id uuid,
  -- The draft it ran against, as it was then, and its revision.
  config jsonb not null,
  draft_revision integer not null,
  scenarios jsonb not null,
  -- Whether all simulated callers of the agent took part, not only some.
  whole boolean not null,
  status text not null check (status in ('running', 'passed', 'failed', 'broken', 'cancelled')),
  times integer not null,
  done integer not null default 0,
  passed_count integer not null default 0,
  sentence text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references agents (tenant_id, id) on delete cascade
);
create unique index simulations_running on simulations (tenant_id, agent_id) where status = 'running';
create index simulations_by_agent on simulations (tenant_id, agent_id, id);

create table simulated_calls (
  tenant_id uuid not null,
  id uuid not null,
  simulation_id uuid not null,
  -- Place in the simulation, from 0.
  sequence integer not null,
  passed boolean not null,
  call jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, simulation_id, sequence),
  foreign key (tenant_id, simulation_id) references simulations (tenant_id, id) on delete cascade
);
