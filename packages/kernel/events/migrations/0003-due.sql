-- A function keeps its plan on the session, also behind a pooler; to plan this anew for each look takes longer than to run it. Its settings hold the plan to
-- the indexes, whatever stood in the tables when it was made.
create function due_deliveries(listeners text[], busy_listeners text[], busy_tenants uuid[], at_most int, of_lane int)
returns table (event_id uuid, listener text, tenant_id uuid, name text, data json, caller json, attempts int)
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
  with recursive lanes as (
    select mine.listener, first.lane from unnest(listeners) as mine (listener) cross join lateral (
      select coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) as lane from kernel.deliveries
      where listener = mine.listener and state = 'waiting' order by 1 limit 1) first
    union all
    select l.listener, next.lane from lanes l cross join lateral (
      select coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) as lane from kernel.deliveries
      where listener = l.listener and state = 'waiting' and coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) > l.lane order by 1 limit 1) next),
  busy as (
    select listener, coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) as lane
    from unnest(busy_listeners, busy_tenants) as b (listener, tenant_id)),
  ranked as (
    select head.*, l.listener, row_number() over (partition by l.listener order by head.place, head.seq) as rank
    from lanes l left join busy on busy.listener = l.listener and busy.lane = l.lane cross join lateral (
      select event_id, tenant_id, attempts, seq, row_number() over (order by seq) as place from kernel.deliveries
      where listener = l.listener and coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) = l.lane and state = 'waiting'
        and due_at <= clock_timestamp()
      order by seq limit of_lane) head
    where busy.lane is null)
  select r.event_id, r.listener, r.tenant_id, o.name, o.data, o.caller, r.attempts
  from ranked r cross join lateral (
    -- With a limit it is a look by key for each; as a join PostgreSQL may read the whole outbox.
    select name, data, caller from kernel.outbox where id = r.event_id limit 1) o
  where r.rank <= at_most order by r.seq;
end $$;
