import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Client } from '@myna/contracts'
import { z } from 'zod'
import { type Benchmark, comparedWith, figureOf, median } from './figure.ts'
import { noteId, notes, notesContract } from './contract/notes.ts'
import { openNotesHouse } from './contract/notes-house.ts'

const rounds = 9
const roundSeconds = 2
const connections = 32
const autocannon = fileURLToPath(import.meta.resolve('autocannon'))

type Server = { child: ChildProcess; url: string }
type Load = { title: string; path: string; options: string[] }
type Round = { perSecond: number; cpuPerRequest: number }

const loads: Load[] = [
  { title: 'GET with parameters', path: `/api/v1/notes/${noteId}?page=3`, options: [] },
  {
    title: 'POST with a body',
    path: '/api/v1/notes',
    options: ['-m', 'POST', '-H', 'content-type=application/json', '-b', '{"text":"Open from nine to five.","tags":["hours","desk"]}'],
  },
]

/** What the seam costs: over HTTP against a bare Fastify route with the same validation, and in process. */
export const contract: Benchmark = {
  summary: 'the seam against a bare Fastify route doing the same validation; a call in process',
  async *run() {
    const seam = await openServer('seam')
    const bare = await openServer('bare')
    try {
      for (const load of loads) {
        const mine: Round[] = []
        const peers: Round[] = []
        for (const server of [seam, bare]) await askFor(server, load)
        for (let round = 0; round < rounds; round++) {
          mine.push(await askFor(seam, load))
          peers.push(await askFor(bare, load))
        }
        const compare = (pick: (it: Round) => number) => [mine.map(pick), peers.map(pick)] as const
        yield comparedWith({ name: load.title, unit: 'requests/s', goal: { of: 'ratio', atLeast: 0.85 } }, ...compare((it) => it.perSecond))
        yield comparedWith({ name: `${load.title}, processor time of the server`, unit: 'µs/request' }, ...compare((it) => it.cpuPerRequest))
      }
    } finally {
      for (const { child } of [seam, bare]) child.kill()
    }
    yield* inProcess()
  },
}

async function openServer(which: 'seam' | 'bare'): Promise<Server> {
  const child = fork(fileURLToPath(new URL('./contract/server.ts', import.meta.url)), [which])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, url: `http://127.0.0.1:${port}` }
}

/** One round of load, made by a process of its own. Throws when a request was not answered well. */
async function askFor(server: Server, { path, options }: Load): Promise<Round> {
  const before = await cpuOf(server)
  const { stdout } = await promisify(execFile)(process.execPath, [
    autocannon,
    '-j',
    '-c',
    String(connections),
    '-d',
    String(roundSeconds),
    ...options,
    `${server.url}${path}`,
  ])
  const used = (await cpuOf(server)) - before
  const { requests, errors, non2xx, duration } = JSON.parse(stdout) as { requests: { total: number }; errors: number; non2xx: number; duration: number }
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} of ${requests.total} requests were not answered well`)
  return { perSecond: requests.total / duration, cpuPerRequest: used / requests.total }
}

async function cpuOf({ child }: Server): Promise<number> {
  child.send('cpu')
  const [{ cpuMicroseconds }] = (await once(child, 'message')) as [{ cpuMicroseconds: number }]
  return cpuMicroseconds
}

async function* inProcess() {
  const { house, close } = await openNotesHouse()
  try {
    const caller = { tenantId: null, subject: 'user:bench', roles: [], scopes: ['*'], traceId: 'bench' }
    const clientOf = () => house.client('notes', { caller }) as unknown as Client<typeof notesContract>
    const client = clientOf()
    const direct = async (raw: unknown) => notes.read(z.parse(notesContract.readNote.input, raw) as Parameters<typeof notes.read>[0])
    const mine: number[] = []
    const peers: number[] = []
    for (let round = 0; round < rounds; round++) {
      mine.push(await medianCall(() => client.readNote({ id: noteId, page: 3 })))
      peers.push(await medianCall(() => direct({ id: noteId, page: 3 })))
    }
    yield comparedWith({ name: 'call in process, against validation and handler alone', unit: 'µs', goal: { of: 'value', atMost: 5 } }, mine, peers)
    yield figureOf({ name: 'client and call in process', unit: 'µs' }, await medianCall(() => clientOf().readNote({ id: noteId, page: 3 })))
  } finally {
    await close()
  }
}

/** Median of 50,000 calls one after the other, in µs. */
async function medianCall(call: () => Promise<unknown>): Promise<number> {
  const times = new Float64Array(50_000)
  for (let at = 0; at < times.length; at++) {
    const start = performance.now()
    await call()
    times[at] = performance.now() - start
  }
  return median(times as unknown as number[]) * 1000
}
