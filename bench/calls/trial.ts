import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Script } from './caller-script.ts'
import type { GeneratorLine, GeneratorOrder, GeneratorReport } from './generator.ts'
import type { ServerCommand, ServerReady } from './pipeline.ts'
import { machineSeconds, processorSecondsOf, residentMb } from './processor-time.ts'

export type TrialOptions = {
  server: ServerCommand
  calls: number
  script: Script
  warmSeconds: number
  seconds: number
  /** Whether the server has one core for all its threads, and the callers another (the default); else both run wherever the machine lets them. */
  pinned?: boolean
  /** Called with the id of the server's process before callers come. */
  ready?: (pid: number) => void
  /** Called about once a second while it is measured. */
  eachSecond?: (residentMb: number) => void
}

/** One run of so many calls against a server. */
export type Trial = GeneratorReport & {
  calls: number
  seconds: number
  /** Cores that each used, on average. */
  serverCores: number
  generatorCores: number
  /** Cores that anything else on this machine used meanwhile, and that its host took away. */
  foreignCores: number
  stolenCores: number
  /** Resident memory of the server, in MB. */
  idleMb: number
  loadedMb: number
}

const generator = fileURLToPath(new URL('./generator.ts', import.meta.url))
const startPatienceMs = 120_000
const pinner = 'taskset'
const canPin = cpus().length >= 2 && spawnSync(pinner, ['-V']).status === 0

/** Starts the server anew, lets callers talk to it, and ends both. Throws when the server does not come up. */
export async function runTrial({ server, calls, script, warmSeconds, seconds, pinned = true, ready: isReady, eachSecond }: TrialOptions): Promise<Trial> {
  const serving = start(pinned ? 0 : undefined, server.command, server.env)
  try {
    const ready = await readyOf(serving, server.name)
    isReady?.(serving.pid!)
    const idleMb = residentMb(serving.pid!)
    const order: GeneratorOrder = { server: ready, calls, script, warmSeconds, seconds, connectsPerSecond: 300 }
    const calling = start(pinned ? 1 : undefined, [process.execPath, generator, JSON.stringify(order)])
    const usage = () => ({ ...machineSeconds(), server: processorSecondsOf(serving.pid!), generator: processorSecondsOf(calling.pid!), at: performance.now() })
    let before: ReturnType<typeof usage> | undefined
    let after: ReturnType<typeof usage> | undefined
    let loadedMb = 0
    let watch: NodeJS.Timeout | undefined
    try {
      for await (const line of createInterface({ input: calling.stdout! })) {
        const said = JSON.parse(line) as GeneratorLine
        if ('report' in said) {
          const [from, to] = [before!, after!]
          const elapsed = (to.at - from.at) / 1_000
          const cores = (pick: (it: typeof from) => number) => (pick(to) - pick(from)) / elapsed
          const [serverCores, generatorCores] = [cores((it) => it.server), cores((it) => it.generator)]
          const foreignCores = Math.max(0, cores((it) => it.busy) - serverCores - generatorCores)
          return { ...said.report, calls, seconds: elapsed, serverCores, generatorCores, foreignCores, stolenCores: cores((it) => it.stolen), idleMb, loadedMb }
        }
        if (said.now === 'measuring') {
          before = usage()
          if (eachSecond) watch = setInterval(() => serving.exitCode === null && eachSecond(residentMb(serving.pid!)), 1_000)
        } else {
          after = usage()
          loadedMb = residentMb(serving.pid!)
        }
      }
      throw new Error(`the callers of ${server.name} ended without a report`)
    } finally {
      clearInterval(watch)
      await stop(calling)
    }
  } finally {
    await stop(serving)
  }
}

/** Starts a process, on one core alone where that is wished and can be had. */
function start(core: number | undefined, command: readonly string[], env: ServerCommand['env'] = {}): ChildProcess {
  const [program, ...args] = core !== undefined && canPin ? [pinner, '-c', String(core), ...command] : command
  const child = spawn(program!, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  // Whoever stops a benchmark stops what it began.
  const ended = (signal: NodeJS.Signals) => {
    child.kill('SIGKILL')
    process.kill(process.pid, signal)
  }
  process.once('SIGTERM', ended).once('SIGINT', ended)
  child.once('exit', () => process.off('SIGTERM', ended).off('SIGINT', ended))
  return child
}

async function readyOf(serving: ChildProcess, name: string): Promise<ServerReady> {
  const late = setTimeout(() => serving.kill('SIGKILL'), startPatienceMs)
  try {
    for await (const line of createInterface({ input: serving.stdout! })) if (line.startsWith('{')) return JSON.parse(line) as ServerReady
    throw new Error(`the server of ${name} ended instead of becoming ready`)
  } finally {
    clearTimeout(late)
    // It may go on to write; nobody reads.
    serving.stdout!.resume()
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await ended
  clearTimeout(late)
}
