-- Whoever says an event adds its deliveries in the same transaction. They are numbered from the sequence of the outbox, so that they stand in order beside
-- those of processes of an earlier version.
comment on table deliveries is 'outbox: one row an event and service that hears it, added by who says the event; the relay notes how far it got';
alter table deliveries alter column seq set default nextval('outbox_seq_seq'::regclass);
alter table deliveries alter column due_at set default now();

-- A lane is what one tenant has for one service.
create index deliveries_lanes on deliveries (listener, (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)), seq) include (due_at)
  where state = 'waiting';
drop index deliveries_waiting;
create index outbox_tenant on outbox (tenant_id);
