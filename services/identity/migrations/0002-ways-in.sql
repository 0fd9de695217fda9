-- Everything here lies in identity_own, beside the people it is about: second factors, passkeys, accounts elsewhere, single sign-on, operators.
alter table identity_own."user" add column "disabledAt" timestamptz;
alter table identity_own.member add column title text;
alter table identity_own.account add column email text;
alter table identity_own.account add column name text;

alter table identity_own.session add column method text not null default 'password';
alter table identity_own.session add column "secondFactor" boolean not null default false;
alter table identity_own.session add column "boundTenantId" uuid references identity_own.organization (id) on delete cascade;
alter table identity_own.session add column "impersonatorId" uuid references identity_own."user" (id) on delete cascade;
alter table identity_own.session add column "impersonatorName" text;
alter table identity_own.session add column "impersonationReason" text;
alter table identity_own.session add column "returnSessionId" uuid references identity_own.session (id) on delete cascade;
comment on column identity_own.session."boundTenantId" is 'The only organisation this session opens: that of its single sign-on, or where its person is impersonated.';
create index session_returns_to on identity_own.session ("returnSessionId");
create index session_of_impersonator on identity_own.session ("impersonatorId");

create table identity_own.operators (
  user_id uuid primary key references identity_own."user" (id) on delete cascade,
  source text not null,
  created_at timestamptz not null
);

create table identity_own.security_policies (
  tenant_id uuid primary key references identity_own.organization (id) on delete cascade,
  require_second_factor boolean not null
);

create table identity_own.totp (
  user_id uuid primary key references identity_own."user" (id) on delete cascade,
  sealed_secret text not null,
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null
);
comment on column identity_own.totp.last_step is 'The newest time step a code was accepted for: none before or at it works again.';

create table identity_own.backup_codes (
  user_id uuid not null references identity_own."user" (id) on delete cascade,
  hash text not null,
  primary key (user_id, hash)
);

create table identity_own.passkeys (
  id uuid primary key,
  user_id uuid not null references identity_own."user" (id) on delete cascade,
  name text not null,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  transports text not null,
  rp_id text not null,
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_of_user on identity_own.passkeys (user_id);

create table identity_own.challenges (
  hash text primary key,
  purpose text not null,
  challenge text not null,
  rp_id text not null,
  origin text not null,
  user_id uuid references identity_own."user" (id) on delete cascade,
  session_id uuid references identity_own.session (id) on delete cascade,
  pending_hash text,
  expires_at timestamptz not null
);

create table identity_own.pending_sign_ins (
  hash text primary key,
  kind text not null,
  user_id uuid not null references identity_own."user" (id) on delete cascade,
  method text not null,
  external text,
  failures int not null default 0,
  expires_at timestamptz not null
);
create index pending_sign_ins_of_user on identity_own.pending_sign_ins (user_id);

create table identity_own.devices (
  user_id uuid not null references identity_own."user" (id) on delete cascade,
  hash text not null,
  remembered_until timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (user_id, hash)
);

create table identity_own.sign_ins (
  id uuid primary key,
  user_id uuid references identity_own."user" (id) on delete cascade,
  tenant_id uuid references identity_own.organization (id) on delete set null,
  at timestamptz not null,
  method text not null,
  outcome text not null,
  suspicious text not null default '',
  ip text,
  network text,
  user_agent text,
  device text not null
);
create index sign_ins_of_user on identity_own.sign_ins (user_id, id);
create index sign_ins_by_age on identity_own.sign_ins (at);

create table identity_own.flows (
  hash text primary key,
  flow_hash text not null,
  via text not null,
  purpose text not null,
  connection_id uuid,
  user_id uuid references identity_own."user" (id) on delete cascade,
  session_id uuid references identity_own.session (id) on delete cascade,
  invitation_id uuid,
  return_to text,
  sealed text not null,
  handoff_hash text,
  expires_at timestamptz not null
);

create table identity_own.sso_connections (
  id uuid primary key,
  tenant_id uuid not null references identity_own.organization (id) on delete cascade,
  name text not null,
  kind text not null,
  active boolean not null,
  enforced boolean not null,
  provision boolean not null,
  default_role text not null,
  domains text[] not null,
  settings text not null,
  sealed_secret text,
  last_used_at timestamptz,
  created_at timestamptz not null
);
create index sso_connections_of_tenant on identity_own.sso_connections (tenant_id);

create table identity_own.domain_claims (
  tenant_id uuid not null references identity_own.organization (id) on delete cascade,
  domain text not null,
  token text not null,
  verified_at timestamptz,
  mail_code_hash text,
  mail_code_until timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, domain)
);
create unique index domain_claims_proven_once on identity_own.domain_claims (domain) where verified_at is not null;

create table identity_own.used_assertions (
  hash text primary key,
  expires_at timestamptz not null
);
