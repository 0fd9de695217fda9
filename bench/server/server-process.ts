import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Api, createClient } from '@myna/sdk'

/** A Myna server in a process of its own, on the embedded database, as `npm start` runs it. */
export type ServerProcess = {
  pid: number
  url: string
  /** From starting the process to the first 200 of `/ready`. */
  readyMs: number
  /** Asks as the operator of the installation. */
  api: Api
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../apps/server/main.ts', import.meta.url))
/** As `npm start` does. */
const flags = ['--liftoff-only', '--wasm-eager-tier-up-function=5', '--max-semi-space-size=8']
const longestStartMs = 120_000

/** A new, empty data folder, and how to throw it away. */
export function newDataFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'myna-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts a server on a data folder and waits until it is ready. Settings of this shell are not passed on, those in `env` are. */
export async function startServer(dataFolder: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const port = await freePort()
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MYNA_') && name !== 'DATABASE_URL' && name !== 'PORT'))
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...flags, main, 'serve'], {
    env: { ...inherited, MYNA_DATA: dataFolder, PORT: String(port), MYNA_HOST: '127.0.0.1', MYNA_LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} instead of becoming ready`)
    if (performance.now() - startedAt > longestStartMs) {
      child.kill('SIGKILL')
      throw new Error(`the server was not ready after ${longestStartMs / 1000} s`)
    }
    await sleep(10)
  }
  const readyMs = performance.now() - startedAt
  const token = readFileSync(join(dataFolder, 'secrets', 'operator.token'), 'utf8').trim()
  return {
    pid: child.pid!,
    url,
    readyMs,
    api: createClient({ baseUrl: `${url}/api/v1`, headers: () => ({ authorization: `Bearer ${token}` }) }),
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/ready`)
    await response.body?.cancel()
    return response.status === 200
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
