create table news_heads (
  tenant_id uuid not null,
  id uuid not null,
  position bigint not null,
  primary key (tenant_id, id)
);

create table news (
  tenant_id uuid not null,
  position bigint not null,
  kind text not null,
  subject_id uuid,
  primary key (tenant_id, position)
);
comment on table news is 'The last thousand changes of a tenant, so that whoever was away a moment goes on where they were.';

create table notifications (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  name text,
  recipient text,
  once text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
comment on column notifications.recipient is 'The subject it is for; null: everybody who may see such things.';
-- The same event may be heard twice.
create unique index notifications_once on notifications (tenant_id, once);

create table notification_readers (
  tenant_id uuid not null,
  subject text not null,
  read_up_to uuid not null,
  primary key (tenant_id, subject)
);
