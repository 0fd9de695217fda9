-- What an organisation reads of its own events, newest first. Acts are far more than all else, and stand in the audit log.
create index outbox_events_of_tenant on outbox (tenant_id, id) where name <> 'act.noted';
