import { isIP } from 'node:net'
import { PortFault } from '@myna/ports/fault'
import { Connection } from 'rabbitmq-client'

/** What a connection has to say to the log of its owner. */
export type LineLog = { warn(about: object, message: string): void }

export type LineOptions = {
  url: string
  purpose: string
  log: LineLog
  connectTimeoutMs: number
  heartbeatSeconds: number
  retryLowMs: number
  retryHighMs: number
}

/** One connection to the broker that comes back by itself. */
export type Line = {
  readonly connection: Connection
  /** Why nothing can be published now: away, or blocked by an alarm. Undefined as well while the first connection is being made. */
  trouble(): string | undefined
  /** Calls back when the connection is there, the first time and again. */
  onConnected(hear: () => void): void
  /** Ends at once. */
  cut(): void
}

/** Begins to connect. Throws `PortFault` when the address is none. */
export function openLine(it: LineOptions): Line {
  const connection = new Connection({
    ...readAddress(it.url),
    connectionName: `myna ${it.purpose}`,
    acquireTimeout: it.connectTimeoutMs,
    connectionTimeout: it.connectTimeoutMs,
    heartbeat: it.heartbeatSeconds,
    retryLow: it.retryLowMs,
    retryHigh: it.retryHighMs,
    noDelay: true,
  })
  let away: string | undefined
  let blocked: string | undefined
  connection.on('error', (error: { code?: string; message?: string }) => {
    const why = error.code ?? error.message
    away = `The broker is away: ${why}.`
    blocked = undefined
    it.log.warn({ purpose: it.purpose, why }, 'lost the broker')
  })
  connection.on('connection', () => {
    away = undefined
    blocked = undefined
  })
  connection.on('connection.blocked', (reason) => {
    blocked = `The broker takes no messages: ${reason || 'an alarm'}.`
    it.log.warn({ purpose: it.purpose, reason }, 'the broker takes no messages')
  })
  connection.on('connection.unblocked', () => {
    blocked = undefined
    it.log.warn({ purpose: it.purpose }, 'the broker takes messages again')
  })
  return {
    connection,
    trouble: () => away ?? blocked,
    onConnected: (hear) => void connection.on('connection', hear),
    cut: () => connection.unsafeDestroy(),
  }
}

/** An address in the parts the client wants; read here, since the errors of others repeat it with its password. */
function readAddress(url: string) {
  try {
    const { protocol, hostname, port, username, password, pathname } = new URL(url)
    if (!/^amqps?:$/.test(protocol)) throw new Error('no amqp')
    const isTls = protocol === 'amqps:'
    return {
      hostname,
      port: port || (isTls ? '5671' : '5672'),
      username: decodeURIComponent(username || 'guest'),
      password: decodeURIComponent(password || 'guest'),
      vhost: decodeURIComponent(pathname.slice(1)) || '/',
      ...(isTls ? { tls: isIP(hostname) ? {} : { servername: hostname } } : {}),
    }
  } catch {
    throw new PortFault('The address of the broker is none like amqps://user:password@host:5671/vhost.', { retryable: false })
  }
}
