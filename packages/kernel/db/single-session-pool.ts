import { EventEmitter } from 'node:events'
import type { Client, ClientConfig, Notification, PoolClient } from 'pg'

type Waiter = { give(lease: PoolClient): void; refuse(error: Error): void; timer: NodeJS.Timeout }
type Loose = (...given: unknown[]) => unknown
type Done = (error: Error | undefined, result?: unknown, release?: () => void) => void

/**
 * A `pg.Pool` with exactly one session, lent first come, first served: what a database that knows only one session needs.
 * A lease given back in the middle of a transaction is rolled back. Whoever waits longer than `acquireTimeoutMs` gets an error,
 * which is what happens to a query beside the transaction that awaits it.
 */
export class SingleSessionPool extends EventEmitter {
  readonly options: ClientConfig & { max: number } = { max: 1 }
  readonly #client: Client
  readonly #acquireTimeoutMs: number
  readonly #waiting: Waiter[] = []
  #lent = false
  #over: Error | undefined

  constructor(client: Client, acquireTimeoutMs: number) {
    super()
    this.setMaxListeners(0)
    client.setMaxListeners(0)
    this.#client = client
    this.#acquireTimeoutMs = acquireTimeoutMs
    client.on('error', (error) => this.#stop(error))
    client.on('end', () => this.#stop(new Error('the embedded database stopped')))
    client.on('notice', (notice) => this.emit('notice', notice))
  }

  get totalCount(): number {
    return this.#over ? 0 : 1
  }
  get idleCount(): number {
    return this.#lent || this.#over ? 0 : 1
  }
  get waitingCount(): number {
    return this.#waiting.length
  }
  get ended(): boolean {
    return this.#over !== undefined
  }

  /** Lends the session; callback and promise style, as `pg.Pool.connect`. */
  connect(done?: Done): Promise<PoolClient> | undefined {
    const lease = this.#acquire()
    if (!done) return lease
    lease.then(
      (it) => done(undefined, it, () => it.release()),
      (error: Error) => done(error),
    )
    return undefined
  }

  /** One statement on the session; callback and promise style, as `pg.Pool.query`. */
  query(text: unknown, values?: unknown, done?: Done): Promise<unknown> | undefined {
    const callback = typeof values === 'function' ? (values as Done) : done
    const result = this.#queryOnce(text, typeof values === 'function' ? undefined : values)
    if (!callback) return result
    result.then(
      (it) => callback(undefined, it),
      (error: Error) => callback(error),
    )
    return undefined
  }

  /** Hears a channel on the session itself; the returned function stops it. */
  async listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>> {
    const hear = (it: Notification) => {
      if (it.channel === channel) onPayload(it.payload ?? '')
    }
    const name = this.#client.escapeIdentifier(channel)
    this.#client.on('notification', hear)
    await this.#queryOnce(`listen ${name}`)
    return async () => {
      this.#client.removeListener('notification', hear)
      const heard = this.#client.listenerCount('notification') > 0
      if (!heard && !this.#over) await this.#queryOnce(`unlisten ${name}`)
    }
  }

  /** Waits for the session to come back, then refuses everything; the thread behind it is the caller's to close. */
  async end(): Promise<void> {
    if (this.#over) return
    try {
      await this.#acquire()
    } finally {
      this.#stop(new Error('the database is closed'))
    }
  }

  async #queryOnce(text: unknown, values?: unknown): Promise<unknown> {
    const lease = await this.#acquire()
    try {
      return await (lease.query as Loose)(text, values)
    } finally {
      lease.release()
    }
  }

  #acquire(): Promise<PoolClient> {
    if (this.#over) return Promise.reject(this.#over)
    if (!this.#lent) {
      this.#lent = true
      return Promise.resolve(this.#lease())
    }
    return new Promise((give, refuse) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        refuse(
          new Error(
            `The database session did not become free within ${this.#acquireTimeoutMs} ms. ` +
              `A query outside a transaction that waits for that query would look like this.`,
          ),
        )
      }, this.#acquireTimeoutMs)
      const waiter: Waiter = { give, refuse, timer }
      this.#waiting.push(waiter)
    })
  }

  #lease(): PoolClient {
    const client = this.#client
    const listeners: [string, (...given: unknown[]) => void][] = []
    let last: unknown
    let back = false
    const lease = {
      query: (...given: unknown[]) => {
        if (back) throw new Error('This database session was given back already.')
        last = (client.query as Loose).apply(client, given)
        return last
      },
      release: () => {
        if (back) return
        back = true
        for (const [event, listener] of listeners) client.removeListener(event as 'end', listener)
        void this.#takeBack(last)
      },
      on: (event: string, listener: (...given: unknown[]) => void) => {
        listeners.push([event, listener])
        client.on(event as 'end', listener)
        return lease
      },
      once: (event: string, listener: (...given: unknown[]) => void) => {
        listeners.push([event, listener])
        client.once(event as 'end', listener)
        return lease
      },
      removeListener: (event: string, listener: (...given: unknown[]) => void) => {
        client.removeListener(event as 'end', listener)
        return lease
      },
      off: (event: string, listener: (...given: unknown[]) => void) => lease.removeListener(event, listener),
      getTransactionStatus: () => transactionStatus(client),
      escapeIdentifier: (text: string) => client.escapeIdentifier(text),
      escapeLiteral: (text: string) => client.escapeLiteral(text),
    }
    return lease as unknown as PoolClient
  }

  async #takeBack(last: unknown): Promise<void> {
    try {
      await last
    } catch {
      // Whoever ran the statement has this error.
    }
    try {
      if (!this.#over && transactionStatus(this.#client) !== 'I') await this.#client.query('rollback')
    } catch (error) {
      this.#stop(error instanceof Error ? error : new Error(String(error)))
    }
    const next = this.#waiting.shift()
    if (!next) {
      this.#lent = false
      return
    }
    clearTimeout(next.timer)
    next.give(this.#lease())
  }

  #stop(reason: Error): void {
    if (this.#over) return
    this.#over = reason
    for (const it of this.#waiting.splice(0)) {
      clearTimeout(it.timer)
      it.refuse(reason)
    }
    if (this.listenerCount('error') > 0 && reason.message !== 'the database is closed') this.emit('error', reason)
  }
}

/** 'I' idle, 'T' in a transaction, 'E' in a failed one; the types of node-postgres do not know it yet. */
function transactionStatus(client: Client): string | null {
  return (client as Client & { getTransactionStatus(): string | null }).getTransactionStatus()
}
