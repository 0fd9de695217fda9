import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instance } from '@myna/kernel'
import { type Benchmark, comparedWith, figureOf, type Figure } from './figure.ts'
import { authorization, path } from './gateway/canned.ts'
import { timeCalls } from './gateway/calls.ts'
import { askFor, askSteadily, failuresOf, type Round } from './gateway/load.ts'
import { hasNginx, startCannedNginx, startNginxProxy } from './gateway/nginx.ts'
import { type Child, type Running, startServer, untilAnswers } from './gateway/running.ts'

const connections = 64
const seconds = 2
const requestsOverReloads = 100_000
const reloadEveryMs = 500

/** The gateway, with callers, rules and limits, beside what else could stand there: same upstream, kept connections, by turns. */
export const gateway: Benchmark = {
  summary: 'the gateway beside nginx, undici alone and @fastify/http-proxy; its breaker, its reloads; a call in process and to another',
  async *run({ rounds = 7 }) {
    const withNginx = hasNginx()
    if (!withNginx) process.stderr.write('nginx is not installed (apt-get install nginx-light): the gateway is compared with undici alone.\n')
    const upstream = withNginx ? await startCannedNginx() : await startServer('canned', {})
    try {
      yield* besideOthers(upstream, withNginx, rounds)
      yield* breaking(rounds)
      yield* reloading(upstream)
    } finally {
      upstream.stop()
    }
    yield* timeCalls()
  },
}

async function* besideOthers(upstream: Running, withNginx: boolean, rounds: number): AsyncGenerator<Figure> {
  const given = { upstreams: [upstream.url] }
  const servers: Record<string, Running> = {
    ...(withNginx ? { nginx: await startNginxProxy(upstream.port) } : {}),
    'undici alone': await startServer('dispatch', given),
    '@fastify/http-proxy': await startServer('fastify', given),
    gateway: await startServer('gateway', given),
  }
  const peer = withNginx ? 'nginx' : 'undici alone'
  try {
    const all = new Map<string, Round[]>(Object.keys(servers).map((name) => [name, []]))
    for (const server of Object.values(servers)) {
      await untilAnswers(`${server.url}${path}`, { authorization })
      await askFor(server, { connections, seconds: 3 })
    }
    for (let round = 0; round < rounds; round++)
      for (const [name, server] of Object.entries(servers)) all.get(name)!.push(await askFor(server, { connections, seconds }))
    const measured = (name: string, pick: (it: Round) => number) => all.get(name)!.map(pick)
    for (const name of ['gateway', ...Object.keys(servers).filter((it) => it !== 'gateway' && it !== peer)]) {
      const goal = name === 'gateway' && withNginx ? { goal: { of: 'ratio', atLeast: 0.45 } as const } : {}
      yield comparedWith(
        { name: `${name} beside ${peer}`, unit: 'requests/s', ...goal },
        measured(name, (it) => it.perSecond),
        measured(peer, (it) => it.perSecond),
      )
      const cpu = (it: Round) => it.cpuMicroseconds
      yield comparedWith({ name: `${name} beside ${peer}, processor time`, unit: 'µs/request' }, measured(name, cpu), measured(peer, cpu))
    }
    if (withNginx) {
      const [mine, bare] = [measured('gateway', (it) => it.perSecond), measured('undici alone', (it) => it.perSecond)]
      yield comparedWith({ name: 'gateway beside undici alone', unit: 'requests/s' }, mine, bare)
    }
    const rate = Math.min(...measured('gateway', (it) => it.perSecond)) / 2
    const added: number[] = []
    for (let round = 0; round < rounds; round++) {
      const load = { connections: 16, seconds: 3, rate }
      const direct = await askSteadily(upstream, load)
      added.push((await askSteadily(servers.gateway!, load)).p99Ms - direct.p99Ms)
    }
    yield figureOf({ name: `added p99 at half load (${Math.round(rate)} requests/s)`, unit: 'ms', goal: { of: 'value', atMost: 5 } }, added)
  } finally {
    for (const server of Object.values(servers)) server.stop()
  }
}

/** From the death of the only instance to the moment when nobody is sent there any more. */
async function* breaking(rounds: number): AsyncGenerator<Figure> {
  const times: number[] = []
  for (let round = 0; round < Math.min(rounds, 5); round++) {
    const dying = await startServer('canned', {})
    const door = await startServer('gateway', { upstreams: [dying.url] })
    await untilAnswers(`${door.url}${path}`, { authorization })
    const ask = () =>
      fetch(`${door.url}${path}`, { headers: { authorization } }).then(
        (it) => it.body?.cancel(),
        () => {},
      )
    const asking = setInterval(() => void ask(), 5)
    dying.stop()
    const began = performance.now()
    while ((await stateOf(door, 'brain')) === 'well') await sleep(2)
    times.push(performance.now() - began)
    clearInterval(asking)
    door.stop()
  }
  yield figureOf({ name: 'the breaker opens after the death of an instance', unit: 'ms', goal: { of: 'value', atMost: 1_000 } }, times)
}

async function stateOf(door: Child, service: string): Promise<string | undefined> {
  const list = await door.ask<{ service: string; instances: Instance[] }[]>('list')
  return list.find((it) => it.service === service)?.instances[0]?.state
}

/** Requests while the addresses of services change again and again between two instances. */
async function* reloading(first: Running): AsyncGenerator<Figure> {
  const second = await startServer('canned', {})
  const folder = mkdtempSync(join(tmpdir(), 'myna-bench-addresses-'))
  const file = join(folder, 'addresses.json')
  const point = (url: string) => {
    writeFileSync(`${file}.new`, JSON.stringify({ brain: url, identity: url }))
    renameSync(`${file}.new`, file)
  }
  point(first.url)
  const door = await startServer('gateway', { file })
  let reloads = 0
  const reloading = setInterval(() => point(++reloads % 2 ? second.url : first.url), reloadEveryMs)
  try {
    await untilAnswers(`${door.url}${path}`, { authorization })
    const failed = await failuresOf(door, requestsOverReloads, 32)
    yield figureOf({ name: `failed of ${requestsOverReloads} requests`, unit: 'requests', goal: { of: 'value', atMost: 0 } }, failed)
    yield figureOf({ name: 'changes of all addresses meanwhile', unit: 'changes' }, reloads)
  } finally {
    clearInterval(reloading)
    for (const it of [door, second]) it.stop()
    rmSync(folder, { recursive: true })
  }
}
