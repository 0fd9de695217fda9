import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PortFault } from '@myna/ports/fault'
import type { ToolCall } from '@myna/ports/tool-host'
import { type FetchWish, fetchFor } from '#plugin-fetch.ts'

/** Where the lines of plugins go; a pino logger fits. */
export type Log = { debug(detail: object, text: string): void; warn(detail: object, text: string): void }

/** What a process runs, and what it may reach. `folder` is a real path that ends with a separator. */
export type PluginGround = { name: string; folder: string; hosts: readonly string[]; fetch: typeof globalThis.fetch; log: Log }

type Ending = { resolve(result: unknown): void; reject(fault: PortFault): void }
type Run = Ending & { call: ToolCall; settings: Readonly<Record<string, string>>; fetches: AbortController; fetchCount: number; logCount: number }

const childFolder = fileURLToPath(new URL('./child/', import.meta.url))
const heapMegabytes = 64
/** All private memory of the process; Node alone takes about 200 MB of address space. */
const memoryKilobytes = 320_000
/** Of the processor, over the whole life of a process: its end even when nobody is left to stop it. */
const processorSeconds = 120
const longestLine = 3_000_000
const mostFetches = 50
const mostLogLines = 20
const graceMs = 200
const startMs = 10_000
const died = 'ended in the middle of its work.'

/**
 * One process that runs one plugin, one call at a time. It reads its own folder and nothing else, has no environment and no way out but `fetch` through
 * its parent. It is killed when a call is late, called off or answers too much; `isOver` then says so.
 */
export class PluginProcess {
  readonly ground: PluginGround
  /** Names of what the plugin exports, once it is loaded. Rejects with `PortFault` when it cannot be. */
  readonly functions: Promise<string[]>
  /** Settles when the process is gone. */
  readonly gone: Promise<void>
  runCount = 0
  #child: ChildProcess
  #ready!: { resolve(functions: string[]): void; reject(fault: PortFault): void }
  #run: Run | undefined
  #pending: Buffer[] = []
  #pendingBytes = 0
  #over = false

  constructor(ground: PluginGround) {
    this.ground = ground
    this.functions = new Promise((resolve, reject) => void (this.#ready = { resolve, reject }))
    this.functions.catch(() => {})
    this.#child = launched(ground.folder)
    this.gone = new Promise((resolve) => {
      this.#child.once('error', () => this.#fail('could not be started.', resolve))
      this.#child.once('exit', (code, signal) => this.#fail(endingOf(code, signal), resolve))
    })
    this.#child.stdout!.on('data', (chunk: Buffer) => this.#read(chunk))
    this.#child.stdin!.on('error', () => {})
    const slowStart = setTimeout(() => this.#kill('did not load within 10 seconds.'), startMs)
    this.functions.then(
      () => clearTimeout(slowStart),
      () => clearTimeout(slowStart),
    )
  }

  get isOver(): boolean {
    return this.#over
  }

  /** Runs a call; the process must not be running another. Throws `PortFault`. */
  async run(call: ToolCall, settings: Readonly<Record<string, string>>): Promise<unknown> {
    const started = performance.now()
    const fetches = new AbortController()
    this.runCount++
    try {
      return await new Promise<unknown>((resolve, reject) => {
        const run: Run = { call, settings, fetches, fetchCount: 0, logCount: 0, resolve, reject }
        this.#run = run
        const stop = (sentence: string) => {
          if (this.#run !== run) return
          this.#send({ type: 'stop' })
          this.#end(new PortFault(sentence, { retryable: false }))
          this.#over = true
          setTimeout(() => this.end(), graceMs)
        }
        const late = setTimeout(() => stop(this.#says(`did not finish within ${call.timeoutMs / 1000} seconds and was stopped.`)), call.timeoutMs)
        const calledOff = () => stop(this.#says('was stopped before it had finished.'))
        fetches.signal.addEventListener('abort', () => {
          clearTimeout(late)
          call.signal.removeEventListener('abort', calledOff)
        })
        if (call.signal.aborted) return calledOff()
        call.signal.addEventListener('abort', calledOff, { once: true })
        this.functions.then(
          () => this.#run === run && this.#send({ type: 'run', name: call.name, arguments: call.arguments, settings, idempotencyKey: call.idempotencyKey }),
          (fault: PortFault) => this.#run === run && this.#end(fault),
        )
      })
    } finally {
      fetches.abort()
      this.ground.log.debug({ plugin: this.ground.name, tool: call.name, tookMs: Math.round(performance.now() - started) }, 'a plugin was run')
    }
  }

  /** Ends the process at once. */
  end(): void {
    this.#over = true
    this.#child.kill('SIGKILL')
  }

  #read(chunk: Buffer): void {
    for (let rest = chunk; rest.length > 0; ) {
      const end = rest.indexOf(10)
      const part = end === -1 ? rest : rest.subarray(0, end)
      this.#pending.push(part)
      this.#pendingBytes += part.length
      if (this.#pendingBytes > longestLine) return this.#kill('answered too much.')
      if (end === -1) return
      const line = Buffer.concat(this.#pending).toString()
      this.#pending = []
      this.#pendingBytes = 0
      rest = rest.subarray(end + 1)
      try {
        this.#hear(JSON.parse(line))
      } catch {
        return this.#kill('spoke what cannot be understood.')
      }
    }
  }

  #hear(message: { type: string; functions: string[]; error: string; text: string; result: unknown } & FetchWish): void {
    const run = this.#run
    if (message.type === 'ready') this.#ready.resolve(message.functions)
    else if (message.type === 'broken') this.#ready.reject(new PortFault(this.#says(`cannot be loaded: ${message.error}`), { retryable: false }))
    else if (message.type === 'crashed') this.#kill(died)
    else if (!run) return
    else if (message.type === 'result') this.#answer(run, message.result)
    else if (message.type === 'failed') this.#end(new PortFault(this.#says(`failed: ${withoutSettings(message.error, run.settings)}`), { retryable: false }))
    else if (message.type === 'fetch') this.#fetch(run, message)
    else if (message.type === 'log' && ++run.logCount <= mostLogLines)
      this.ground.log.debug({ plugin: this.ground.name, text: withoutSettings(message.text, run.settings) }, 'a plugin says')
  }

  #answer(run: Run, result: unknown): void {
    if (Buffer.byteLength(JSON.stringify(result)) > run.call.maxBytes) return this.#kill(`answered more than ${Math.round(run.call.maxBytes / 1000)} KB.`)
    this.#run = undefined
    run.resolve(result)
  }

  #fetch(run: Run, wish: FetchWish): void {
    const { ground } = this
    const work =
      ++run.fetchCount > mostFetches
        ? Promise.reject(new Error('A plugin may fetch 50 times in one run.'))
        : fetchFor(wish, ground.hosts, ground.fetch, run.fetches.signal)
    work.then(
      (answer) => this.#run === run && this.#send({ type: 'fetched', id: wish.id, answer }),
      (error: Error) => this.#run === run && this.#send({ type: 'fetched', id: wish.id, error: error.message }),
    )
  }

  #send(message: object): void {
    if (this.#child.stdin!.writable) this.#child.stdin!.write(`${JSON.stringify(message)}\n`)
  }

  #says(what: string): string {
    return `The plugin ${this.ground.name} ${what}`
  }

  #end(fault: PortFault): void {
    const run = this.#run
    this.#run = undefined
    run?.reject(fault)
  }

  #kill(what: string): void {
    this.#over = true
    this.#settle(what)
    this.end()
  }

  #fail(what: string, done: () => void): void {
    this.#over = true
    this.#settle(what)
    done()
  }

  /** Whoever waits for this process learns what happened to it. */
  #settle(what: string): void {
    const fault = new PortFault(this.#says(what), { retryable: false })
    if (this.#run) this.ground.log.warn({ plugin: this.ground.name, tool: this.#run.call.name, what }, 'a plugin was ended in the middle of a run')
    this.#ready.reject(fault)
    this.#end(fault)
  }
}

function launched(folder: string): ChildProcess {
  const args = [
    '--permission',
    `--allow-fs-read=${childFolder}`,
    `--allow-fs-read=${folder}`,
    // No machine code is made at run time and there is no WebAssembly: less to break out of, and less memory.
    '--jitless',
    `--max-old-space-size=${heapMegabytes}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    `${childFolder}run-plugin.mjs`,
    folder,
    pathToFileURL(`${folder}index.mjs`).href,
  ]
  const options = { cwd: folder, env: {}, stdio: ['pipe', 'pipe', 'ignore'] as ['pipe', 'pipe', 'ignore'] }
  if (process.platform === 'win32') return spawn(process.execPath, args, options)
  const limits = `ulimit -c 0; ulimit -t ${processorSeconds}; ulimit -d ${memoryKilobytes}`
  return spawn('/bin/sh', ['-c', `{ ${limits}; } 2>/dev/null; exec "$0" "$@"`, process.execPath, ...args], options)
}

/** How a process that was not told to end came to its end. A process without memory aborts; one over its time is signalled by the kernel. */
function endingOf(code: number | null, signal: NodeJS.Signals | null): string {
  const number = code !== null && code > 128 ? code - 128 : undefined
  if (signal === 'SIGXCPU' || number === 24) return 'used more of the processor than it may.'
  if (['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS'].includes(signal ?? '') || (number !== undefined && [4, 5, 6, 7, 11].includes(number)))
    return 'used more memory than it may.'
  return died
}

/** Text without the values an organisation entered, which may be keys. */
function withoutSettings(text: unknown, settings: Readonly<Record<string, string>>): string {
  const plain = String(text).slice(0, 500)
  return Object.values(settings).reduce((it, value) => (value.length < 4 ? it : it.replaceAll(value, '…')), plain)
}
