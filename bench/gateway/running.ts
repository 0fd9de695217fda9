import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export type Running = { url: string; port: number; pid: number; stop(): void }

/** One of ours, which can be asked things. */
export type Child = Running & { child: ChildProcess; ask<T>(question: unknown): Promise<T> }

/** Starts one of the servers in `server.ts`. */
export async function startServer(kind: string, options: Readonly<Record<string, unknown>>): Promise<Child> {
  const flags = process.env.MYNA_BENCH_PROFILE === kind ? ['--cpu-prof', '--cpu-prof-dir=/tmp/myna-profile'] : []
  const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [kind, JSON.stringify(options)], { execArgv: flags })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    child,
    port,
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    stop: () => void (flags.length > 0 ? child.disconnect() : child.kill('SIGKILL')),
    async ask<T>(question: unknown): Promise<T> {
      child.send(question as object)
      const [answer] = (await once(child, 'message')) as [T]
      return answer
    },
  }
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Waits until an address answers well. Throws when it does not for ten seconds. */
export async function untilAnswers(url: string, headers: Record<string, string> = {}): Promise<void> {
  const until = performance.now() + 10_000
  for (;;) {
    const response = await fetch(url, { headers }).catch(() => undefined)
    await response?.body?.cancel()
    if (response?.status === 200) return
    if (performance.now() > until) throw new Error(`${url} does not answer well: ${response?.status ?? 'not at all'}`)
    await sleep(20)
  }
}
