-- As before, but of each organisation only about its share is looked at, and not as many as there is room for in all: of ten with work each gave five times
-- what could be taken. Where some have less than their share, the rest is looked for once more among those that have more.
create or replace function claim_jobs(services text[], names text[], free_runs int[], claimer text, lease_ms int, at timestamptz)
returns table (id uuid, tenant_id uuid, service text, name text, input json, caller json, attempt int, error text)
language plpgsql volatile set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  left_runs int[] := free_runs;
  taken int;
  place int;
begin
  loop
    taken := 0;
    for id, tenant_id, service, name, input, caller, attempt, error in
      with recursive wanted as (
        select * from unnest(services, names, left_runs) as w (service, name, free) where free > 0),
      lanes as (
        select w.*, first.lane from wanted w cross join lateral (
          select lane from kernel.jobs where service = w.service and name = w.name and state in ('waiting', 'retrying') order by lane limit 1) first
        union all
        select l.service, l.name, l.free, next.lane from lanes l cross join lateral (
          select lane from kernel.jobs where service = l.service and name = l.name and state in ('waiting', 'retrying') and lane > l.lane order by lane limit 1) next),
      shares as (select *, least(free, 2 * free / count(*) over (partition by service, name) + 1)::int as share from lanes),
      busy as (select service, name, lane, count(*) as runs from kernel.jobs where state = 'running' group by service, name, lane),
      ranked as (
        select l.free, head.id,
          row_number() over (partition by l.service, l.name order by coalesce(busy.runs, 0) + head.place, random()) as rank
        from shares l left join busy using (service, name, lane) cross join lateral (
          select id, row_number() over (order by due_at, id) as place from kernel.jobs
          where service = l.service and name = l.name and lane = l.lane and state in ('waiting', 'retrying') and due_at <= at
          order by due_at, id limit l.share) head),
      picked as materialized (
        select id from kernel.jobs where id = any(array(select id from ranked where rank <= free)) and state in ('waiting', 'retrying') for update skip locked)
      update kernel.jobs j
      set state = 'running', attempt = j.attempt + 1, holder = claimer, held_until = clock_timestamp() + lease_ms * interval '1 millisecond', started_at = at
      where j.id = any(array(select id from picked))
      returning j.id, j.tenant_id, j.service, j.name, j.input, j.caller, j.attempt, j.error
    loop
      taken := taken + 1;
      for place in 1 .. array_length(services, 1) loop
        if services[place] = service and names[place] = name then left_runs[place] := left_runs[place] - 1; end if;
      end loop;
      return next;
    end loop;
    -- Two organisations may give all there is room for.
    exit when taken < 3 or not exists (select from unnest(left_runs) as l (free) where free > 0);
  end loop;
end $$;
