-- A function keeps its plan on the session, also behind a pooler; to plan this anew for each claim takes longer than to run it. Its settings hold the plan to
-- the indexes, whatever stood in the table when it was made.
create function claim_jobs(services text[], names text[], free_runs int[], claimer text, lease_ms int, at timestamptz)
returns table (id uuid, tenant_id uuid, service text, name text, input json, caller json, attempt int, error text)
language plpgsql volatile set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
  with recursive wanted as (
    select * from unnest(services, names, free_runs) as w (service, name, free)),
  lanes as (
    select w.*, first.lane from wanted w cross join lateral (
      select lane from kernel.jobs where service = w.service and name = w.name and state in ('waiting', 'retrying') order by lane limit 1) first
    union all
    select l.service, l.name, l.free, next.lane from lanes l cross join lateral (
      select lane from kernel.jobs where service = l.service and name = l.name and state in ('waiting', 'retrying') and lane > l.lane order by lane limit 1) next),
  busy as (select service, name, lane, count(*) as runs from kernel.jobs where state = 'running' group by service, name, lane),
  ranked as (
    select l.free, head.id,
      row_number() over (partition by l.service, l.name order by coalesce(busy.runs, 0) + head.place, random()) as rank
    from lanes l left join busy using (service, name, lane) cross join lateral (
      select id, row_number() over (order by due_at, id) as place from kernel.jobs
      where service = l.service and name = l.name and lane = l.lane and state in ('waiting', 'retrying') and due_at <= at
      order by due_at, id limit l.free) head),
  picked as materialized (
    select id from kernel.jobs where id = any(array(select id from ranked where rank <= free)) and state in ('waiting', 'retrying') for update skip locked)
  update kernel.jobs j
  set state = 'running', attempt = j.attempt + 1, holder = claimer, held_until = clock_timestamp() + lease_ms * interval '1 millisecond', started_at = at
  where j.id = any(array(select id from picked))
  returning j.id, j.tenant_id, j.service, j.name, j.input, j.caller, j.attempt, j.error;
end $$;
