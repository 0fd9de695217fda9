-- Until when the process that does the write is known to live; it renews that while it works.
alter table idempotency add column held_until timestamptz not null default clock_timestamp();
-- Whether a transaction of the write has changed anything: then it is never done again, although its answer is lost.
alter table idempotency add column touched boolean not null default false;
