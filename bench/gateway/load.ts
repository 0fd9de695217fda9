import { execFile, execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { processorSecondsOf } from '../calls/processor-time.ts'
import { authorization, path } from './canned.ts'
import type { Running } from './running.ts'

/** One round of load on a server. */
export type Round = { perSecond: number; cpuMicroseconds: number; p50Ms: number; p99Ms: number }

const run = promisify(execFile)
const autocannon = fileURLToPath(import.meta.resolve('autocannon'))

/** Whether wrk is installed: a load generator that costs a tenth of autocannon. */
export function hasWrk(): boolean {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' })
  } catch (error) {
    return (error as { code?: string }).code !== 'ENOENT'
  }
  return true
}

/** As many requests as fit, on connections that are kept, from a process of its own. Throws when one is not answered well. */
export async function askFor(server: Running, { connections, seconds }: { connections: number; seconds: number }): Promise<Round> {
  const before = processorSecondsOf(server.pid)
  const { total, duration, ...times } = await (hasWrk() ? byWrk : byAutocannon)(`${server.url}${path}`, connections, seconds)
  return { perSecond: total / duration, cpuMicroseconds: ((processorSecondsOf(server.pid) - before) * 1e6) / total, ...times }
}

/** Requests at a steady rate; how long they take counts from when they were due. */
export async function askSteadily(
  server: Running,
  { connections, seconds, rate }: { connections: number; seconds: number; rate: number },
): Promise<{ p50Ms: number; p99Ms: number }> {
  const { p50Ms, p99Ms } = await byAutocannon(`${server.url}${path}`, connections, seconds, ['-R', String(Math.round(rate))])
  return { p50Ms, p99Ms }
}

type Counted = { total: number; duration: number; p50Ms: number; p99Ms: number }

async function byWrk(url: string, connections: number, seconds: number): Promise<Counted> {
  const { stdout } = await run('wrk', ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency', '-H', `Authorization: ${authorization}`, url])
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`not all was answered well by ${url}:\n${stdout}`)
  const [, total, duration] = /(\d+) requests in ([\d.]+)s/.exec(stdout)!
  return { total: Number(total), duration: Number(duration), p50Ms: timeIn(stdout, '50%'), p99Ms: timeIn(stdout, '99%') }
}

function timeIn(text: string, part: string): number {
  const [, value, unit] = new RegExp(`${part}\\s+([\\d.]+)(us|ms|s)`).exec(text)!
  return Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's']
}

async function byAutocannon(url: string, connections: number, seconds: number, more: readonly string[] = []): Promise<Counted> {
  const options = ['-j', '-c', String(connections), '-d', String(seconds), '-H', `authorization=${authorization}`, ...more]
  const { stdout } = await run(process.execPath, [autocannon, ...options, url])
  const { requests, errors, non2xx, duration, latency } = JSON.parse(stdout) as {
    requests: { total: number }
    errors: number
    non2xx: number
    duration: number
    latency: { p50: number; p99: number }
  }
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} of ${requests.total} requests to ${url} were not answered well`)
  return { total: requests.total, duration, p50Ms: latency.p50, p99Ms: latency.p99 }
}

/** A number of requests, each one noted; answers how many were not answered well. */
export async function failuresOf(server: Running, requests: number, connections: number): Promise<number> {
  const options = ['-j', '-c', String(connections), '-a', String(requests), '-H', `authorization=${authorization}`]
  const { stdout } = await run(process.execPath, [autocannon, ...options, `${server.url}${path}`])
  const counted = JSON.parse(stdout) as { '2xx': number }
  return requests - counted['2xx']
}
