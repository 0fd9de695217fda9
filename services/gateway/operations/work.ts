import type { DeadEvent, DeadJob, ServiceWork } from '@myna/contracts/gateway-work'
import { type DeadDelivery, type DeadJob as KernelJob, type DeadLook, Fault, page, readCursor, type WorkDesk } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'

function deskOf({ ports }: Context): WorkDesk {
  if (!ports.desk) throw new Error('This gateway was given no desk of work.')
  return ports.desk
}

/** Where a list of dead work goes on: when, id, and of an event the service. */
function afterOf(cursor: string | undefined): DeadLook['after'] {
  const key = readCursor(cursor)
  if (!key) return undefined
  const [atMs, id, service] = key
  if (typeof atMs === 'number' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) && typeof service === 'string') return [atMs, id, service]
  throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is a cursor of another list' }] })
}

const presentJob = ({ at, ...it }: KernelJob): DeadJob => ({ ...it, at: at.toISOString() })
const presentEvent = ({ listener, at, eventId, name, tenantId, attempts, error }: DeadDelivery): DeadEvent => ({
  eventId,
  name,
  service: listener,
  tenantId,
  attempts,
  error,
  at: at.toISOString(),
})

/** Counts what services have yet to do and to hear. */
export const getWork: Handle<'getWork'> = async (_input, context) => {
  const { jobs, events } = await deskOf(context).counts()
  const names = [...new Set([...jobs, ...events].map((it) => it.service))].toSorted()
  return {
    services: names.map((service): ServiceWork => {
      const { waiting = 0, running = 0, dead = 0, lateSeconds = 0 } = jobs.find((it) => it.service === service) ?? {}
      const heard = events.find((it) => it.service === service)
      return {
        service,
        jobs: { waiting, running, dead, lateSeconds },
        events: { waiting: heard?.waiting ?? 0, dead: heard?.dead ?? 0, lateSeconds: heard?.lateSeconds ?? 0 },
      }
    }),
  }
}

/** Lists jobs that used up their attempts. */
export const listDeadJobs: Handle<'listDeadJobs'> = async ({ limit, cursor, service }, context) => {
  const rows = await deskOf(context).listDeadJobs({ limit: limit + 1, service, after: afterOf(cursor) })
  const found = page(rows, limit, (it) => [it.at.getTime(), it.id, ''])
  return { ...found, items: found.items.map(presentJob) }
}

/** Lists events that services failed to take in. */
export const listDeadEvents: Handle<'listDeadEvents'> = async ({ limit, cursor, service }, context) => {
  const rows = await deskOf(context).listDeadEvents({ limit: limit + 1, service, after: afterOf(cursor) })
  const found = page(rows, limit, (it) => [it.at.getTime(), it.eventId, it.listener])
  return { ...found, items: found.items.map(presentEvent) }
}

type Act = 'retry-dead-job' | 'forget-dead-job' | 'retry-dead-event' | 'forget-dead-event'

/** The act is noted where the operator stands, before it is done: the rows belong to the kernel, and nothing may be done to them without a note. */
async function note(context: Context, action: Act, subject: string, detail: Record<string, unknown>): Promise<void> {
  await context.db.inTenant(context.caller, (tx) => context.note(tx, { action, subject, detail }))
}

function actOnJob(action: 'retry-dead-job' | 'forget-dead-job', act: (desk: WorkDesk, id: string) => Promise<boolean>): Handle<'retryDeadJob'> {
  return async ({ jobId }, context) => {
    const desk = deskOf(context)
    const [job] = await desk.listDeadJobs({ limit: 1, id: jobId })
    if (!job) throw new Fault('request.not_found')
    await note(context, action, `job:${jobId}`, { job: `${job.service}.${job.name}`, tenantId: job.tenantId })
    // Somebody else may have seen to it meanwhile.
    if (!(await act(desk, jobId))) throw new Fault('request.not_found')
    return {}
  }
}

function actOnEvent(
  action: 'retry-dead-event' | 'forget-dead-event',
  act: (desk: WorkDesk, eventId: string, service?: string) => Promise<number>,
): Handle<'retryDeadEvent'> {
  return async ({ eventId, service }, context) => {
    const desk = deskOf(context)
    const dead = await desk.listDeadEvents({ limit: 100, id: eventId, service })
    if (!dead[0]) throw new Fault('request.not_found')
    await note(context, action, `event:${eventId}`, { event: dead[0].name, services: dead.map((it) => it.listener), tenantId: dead[0].tenantId })
    const services = await act(desk, eventId, service)
    if (services === 0) throw new Fault('request.not_found')
    return { services }
  }
}

/** Gives a dead job all its attempts again. */
export const retryDeadJob = actOnJob('retry-dead-job', (desk, id) => desk.redriveJob(id))
/** Removes a dead job. */
export const forgetDeadJob: Handle<'forgetDeadJob'> = actOnJob('forget-dead-job', (desk, id) => desk.forgetJob(id))
/** Delivers an event again. */
export const retryDeadEvent = actOnEvent('retry-dead-event', (desk, eventId, service) => desk.redriveEvent(eventId, service))
/** Leaves an event that could not be delivered. */
export const forgetDeadEvent: Handle<'forgetDeadEvent'> = actOnEvent('forget-dead-event', (desk, eventId, service) => desk.forgetEvent(eventId, service))
