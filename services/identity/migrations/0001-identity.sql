create table roles (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table teams (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  member_ids uuid[] not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  start text not null,
  hash text not null,
  scopes text[] not null,
  user_id uuid,
  created_by text not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, hash)
);
comment on column api_keys.user_id is 'Whose rights bound this key; null for a key the operator made.';
create index api_keys_of_user on api_keys (tenant_id, user_id);

-- People and who belongs where concern no single tenant and hold credentials: they live in identity_own, which the role of services
-- cannot reach. Tables in camel case are those of better-auth and its organization plugin, name for name.
create table identity_own."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  preferences text not null default '{}',
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);

create table identity_own.organization (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  logo text,
  metadata text,
  "createdAt" timestamptz not null
);

create table identity_own.session (
  id uuid primary key,
  "userId" uuid not null references identity_own."user" (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "activeOrganizationId" uuid references identity_own.organization (id) on delete set null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index session_of_user on identity_own.session ("userId");
create index session_in_organization on identity_own.session ("activeOrganizationId");

create table identity_own.account (
  id uuid primary key,
  "userId" uuid not null references identity_own."user" (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  password text,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index account_of_user on identity_own.account ("userId");

create table identity_own.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_identifier on identity_own.verification (identifier);
create index verification_value on identity_own.verification (value);

create table identity_own.member (
  id uuid primary key,
  "organizationId" uuid not null references identity_own.organization (id) on delete cascade,
  "userId" uuid not null references identity_own."user" (id) on delete cascade,
  role text not null,
  active boolean not null default true,
  "lastSeenAt" timestamptz,
  "createdAt" timestamptz not null,
  unique ("organizationId", "userId")
);
create index member_of_user on identity_own.member ("userId");

create table identity_own.invitation (
  id uuid primary key,
  "organizationId" uuid not null references identity_own.organization (id) on delete cascade,
  email text not null,
  role text not null,
  status text not null,
  "inviterId" uuid references identity_own."user" (id) on delete set null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null
);
create index invitation_of_organization on identity_own.invitation ("organizationId", id);
create index invitation_email on identity_own.invitation (email);

create table identity_own.attempts (
  key text primary key,
  failures int not null,
  last_at timestamptz not null
);
create index attempts_by_age on identity_own.attempts (last_at);

create table identity_own.refresh_tokens (
  hash text primary key,
  session_id uuid not null references identity_own.session (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_session on identity_own.refresh_tokens (session_id);

create table identity_own.signing_keys (
  id text primary key,
  public_jwk text not null,
  sealed_key text not null,
  created_at timestamptz not null
);
