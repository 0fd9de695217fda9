import type { Server } from 'node:net'
import type { ListeningSocket } from '#listening.ts'

/** The process that watches over this one: it keeps the listening sockets when this one dies, and passes signals on. */
export type Supervisor = {
  /** The sockets of the process that served before this one; none at the first start. */
  sockets(): Promise<ListeningSocket[]>
  /** Leaves sockets to it for those who serve after this process. */
  keep(sockets: readonly ListeningSocket[]): void
  tell(news: 'ready' | 'stopping'): void
}

type Message = { type: 'sockets'; count: number } | { type: 'socket' }

/** Finds who watches over this process; undefined when nobody does. From here on this process dies with it, so that no orphan keeps the data folder. */
export function findSupervisor(): Supervisor | undefined {
  const { channel } = process
  if (!channel) return undefined
  const send = process.send!.bind(process)
  const sockets: ListeningSocket[] = []
  const all = Promise.withResolvers<ListeningSocket[]>()
  let count: number | undefined
  process.on('message', (message: Message, socket: unknown) => {
    if (message.type === 'sockets') count = message.count
    else sockets.push(socket as ListeningSocket)
    if (sockets.length === count) all.resolve(sockets)
  })
  // The database survives that; whoever killed the one above without a word wants this one gone, too.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  // A terminal sends Ctrl-C to both; it is the other that decides.
  process.on('SIGINT', () => {})
  // A start that is refused ends by itself.
  channel.unref()
  return {
    sockets() {
      send({ type: 'sockets?' })
      return all.promise
    },
    keep(kept) {
      for (const socket of kept) send({ type: 'keep' }, socket as unknown as Server)
    },
    tell: (type) => void send({ type }),
  }
}
