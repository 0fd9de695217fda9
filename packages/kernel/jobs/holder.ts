import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** The name of this process among all that ever ran: host, process id and start. */
export function processTag(): string {
  return `${hostname()}:${process.pid}:${Math.round(performance.timeOrigin)}`
}

/** A name to hold leases under, `<process tag>/<id>`. */
export function newHolder(): string {
  return `${processTag()}/${randomUUID()}`
}
