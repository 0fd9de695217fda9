import { setImmediate as immediate } from 'node:timers/promises'
import { JobStopped, runAttempt, runLastRites, type StopCause } from '#jobs/attempt.ts'
import { createBell } from '#jobs/bell.ts'
import type { ClaimedJob, JobStore, Outcome } from '#jobs/job-store.ts'
import type { JobBinding, JobsOptions } from '#jobs/jobs.ts'
import { hearNews } from '#jobs/news.ts'
import { createSchedules } from '#jobs/schedules.ts'
import { serviceCaller } from '#jobs/service-caller.ts'
import type { Clock } from '#clock.ts'
import { tracedJob } from '#trace/trace-work.ts'

/** What a runner needs, its times filled in. */
export type JobRunnerOptions = Pick<JobsOptions, 'database' | 'definitions' | 'contextFor' | 'log' | 'tracer'> & {
  store: JobStore
  clock: Clock
  leaseMs: number
  pollMs: number
  graceMs: number
  keepMs: number
}

/** `dead` means that only what follows a dead job is left to do; `over` that it makes room with the next turn, which writes how it ended. */
type Run = { key: string; dead: boolean; over: boolean; stop: AbortController; task: Promise<void> }

type Ended = { outcome: Outcome; resolve(): void; reject(error: unknown): void }

const hourMs = 3_600_000
const defaultConcurrency = 4
const keyOf = (it: { service: string; name: string }) => `${it.service}.${it.name}`

/** Claims jobs while there is room, runs them, keeps their leases and stops those that somebody cancels. */
export function createJobRunner(it: JobRunnerOptions) {
  const { store, clock, log } = it
  const schedules = createSchedules(it.database, it.definitions)
  const bindings = new Map(it.definitions.map((binding) => [keyOf(binding), binding]))
  const running = new Map<string, Run>()
  const work = createBell()
  const pulse = createBell()
  let endings: Ended[] = []
  let draining = false
  let ended = false
  let claims = Promise.resolve()
  let looking = Promise.resolve()
  let pulses = Promise.resolve()
  let unlisten = async () => {}

  const abort = (id: string, why: StopCause) => {
    const run = running.get(id)
    if (run && !(run.dead && why === 'cancel')) run.stop.abort(new JobStopped(why))
  }

  /** Resolves when it is written how an attempt ended: with the next turn. */
  const settle = (run: Run, outcome: Outcome) =>
    new Promise<void>((resolve, reject) => {
      run.over = !outcome.onDeadDue
      endings.push({ outcome, resolve, reject })
      work.ring()
    })

  const perform = async (run: Run, binding: JobBinding, claimed: ClaimedJob) => {
    const about = { job: run.key, jobId: claimed.id, tenantId: claimed.tenantId, traceId: claimed.caller.traceId }
    const caller = serviceCaller(claimed.service, claimed.tenantId, claimed.caller.traceId)
    const attempt = { claimed, definition: tracedJob(it.tracer, binding, claimed), stop: run.stop, graceMs: it.graceMs }
    let cause: unknown = new Error(claimed.error ?? 'The job failed.')
    try {
      if (!claimed.dead) {
        const progress = (what: unknown) => store.progress(claimed.id, what)
        const context = it.contextFor(binding.service, caller, run.stop.signal)
        const { outcome, error, abandoned } = await runAttempt({ ...attempt, context, progress, now: () => clock.now() })
        if (abandoned) log.warn(about, 'a job goes on after being told to stop')
        if (!outcome) return
        if (error !== undefined) log.warn({ ...about, err: error, attempt: claimed.attempt, state: outcome.state }, 'a job failed')
        await settle(run, outcome)
        if (!outcome.onDeadDue) return
        cause = error
        run.dead = true
        run.stop = new AbortController()
      }
      const context = it.contextFor(binding.service, caller, run.stop.signal)
      if (await runLastRites({ ...attempt, stop: run.stop, context, cause, log: log.child(about) })) await store.settleDead(claimed.id)
    } catch (error) {
      log.error({ ...about, err: error }, 'the end of a job could not be written; it will run again')
    }
  }

  const begin = (claimed: ClaimedJob) => {
    const binding = bindings.get(keyOf(claimed))
    if (!binding) return
    const run: Run = { key: keyOf(claimed), dead: claimed.dead, over: false, stop: new AbortController(), task: Promise.resolve() }
    running.set(claimed.id, run)
    run.task = perform(run, binding, claimed).finally(() => {
      // The turn that wrote its end may have taken the same job on again.
      if (running.get(claimed.id) === run) running.delete(claimed.id)
      if (!run.over) work.ring()
    })
  }

  const rooms = () => {
    const busy = new Map<string, number>()
    for (const { key, over } of running.values()) if (!over) busy.set(key, (busy.get(key) ?? 0) + 1)
    return it.definitions
      .map(({ service, name, definition }) => ({ service, name, free: (definition.concurrency ?? defaultConcurrency) - (busy.get(`${service}.${name}`) ?? 0) }))
      .filter((room) => room.free > 0)
  }

  const rescue = async () => {
    const back = await store.rescue([...running.keys()], clock.now())
    if (back > 0) log.warn({ jobs: back }, 'took back jobs of a process that ended')
    for (const claimed of await store.claimDead(it.definitions)) begin(claimed)
  }

  /** Writes what has ended and takes on as much as there is room for then. */
  const turn = async () => {
    // What ends in the same moment makes one turn.
    await immediate()
    const those = endings
    endings = []
    try {
      for (const claimed of await store.turn(
        those.map((one) => one.outcome),
        draining ? [] : rooms(),
        clock.now(),
      ))
        begin(claimed)
      for (const { resolve } of those) resolve()
    } catch (error) {
      for (const { reject } of those) reject(error)
      throw error
    }
  }

  let rescueAt = 0
  let pruneAt = 0
  const doChores = async () => {
    await schedules.fire(clock.now())
    if (performance.now() >= rescueAt) {
      await rescue()
      rescueAt = performance.now() + it.leaseMs / 4
    }
    if (performance.now() >= pruneAt) {
      await store.prune(new Date(clock.now().getTime() - it.keepMs))
      pruneAt = performance.now() + hourMs
    }
  }
  const look = async () => {
    for (const part of draining ? [turn] : [doChores, turn])
      await part().catch((error: unknown) => log.error({ err: error }, 'could not look for jobs or write how they ended'))
  }

  /** Looks for work whenever the bell rings, and every `pollMs`. */
  const claimLoop = async () => {
    while (!ended) {
      looking = look()
      await looking
      await work.wait(it.pollMs)
    }
  }

  /** Renews leases and hears of cancellations that no notification brought. */
  const pulseLoop = async () => {
    let beatAt = 0
    while (!ended) {
      await pulse.wait(it.pollMs)
      const ids = [...running.keys()]
      if (ids.length === 0) continue
      try {
        if (performance.now() < beatAt) {
          for (const id of await store.cancelAsked(ids)) abort(id, 'cancel')
          continue
        }
        const held = await store.beat(ids)
        for (const id of ids) {
          if (!held.has(id)) abort(id, 'lost')
          else if (held.get(id)) abort(id, 'cancel')
        }
        beatAt = performance.now() + it.leaseMs / 4
      } catch (error) {
        log.error({ err: error }, 'could not renew the leases of running jobs')
      }
    }
  }

  return {
    async start(): Promise<void> {
      await schedules.start(clock.now())
      const mine = new Set(it.definitions.map(({ service }) => service))
      unlisten = await hearNews(it.database, 'kernel_jobs', (cancelled, services) => {
        if (cancelled !== '') abort(cancelled, 'cancel')
        else if (services.length === 0 || services.some((service) => mine.has(service))) work.ring()
      })
      claims = claimLoop()
      pulses = pulseLoop()
    },

    async drain(patienceMs: number): Promise<void> {
      draining = true
      work.ring()
      await looking
      const tasks = async () => {
        while (running.size > 0) await Promise.all([...running.values()].map((run) => run.task))
      }
      let timer: NodeJS.Timeout | undefined
      await Promise.race([tasks(), new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)))])
      clearTimeout(timer)
      for (const id of running.keys()) abort(id, 'drain')
      await tasks()
      ended = true
      work.ring()
      pulse.ring()
      await Promise.all([claims, pulses])
      await unlisten()
    },
  }
}
