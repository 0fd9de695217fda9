import { type ChildProcess, fork } from 'node:child_process'
import { Socket } from 'node:net'
import { PortFault } from '@myna/ports/fault'
import type { Answer, Say } from './child/messages.ts'

/** Where this package tells what happened to its child; a pino logger fits. */
export type Log = { warn(detail: object, message: string): void }

/** One segment on its way to the child. */
type Task = { request: Say; onSound: (pcm: Uint8Array) => void; resolve: () => void; reject: (error: PortFault) => void; sounded: boolean; lives: number }

/** Sent before the first has ended, so that the child never waits for the pipe; more would make stopping slow. */
const ahead = 2
const startMs = 30_000
const segmentMs = 10_000
const restartMs = [0, 100, 500, 2000, 5000]

/** Keeps one espeak-ng child alive and gives it one segment after the other. Lives until `close`. */
export class Mouth {
  readonly #log: Log
  readonly #entry: URL
  readonly #waiting: Task[] = []
  readonly #speaking = new Map<number, Task>()
  #child: ChildProcess | undefined
  #ready = false
  /** Why it cannot speak and never will; undefined while there is hope. */
  #broken: string | undefined
  #closed = false
  #deaths = 0
  #lastId = 0
  #watch: NodeJS.Timeout | undefined
  #restart: NodeJS.Timeout | undefined
  #listeners: (() => void)[] = []
  #complaint = ''

  /** `entry` is the program of the child. */
  constructor(log: Log, entry = new URL('./child/main.ts', import.meta.url)) {
    this.#log = log
    this.#entry = entry
  }

  /** Process id of the child, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Resolves once the child can speak, or with the reason why it cannot. */
  async ready(): Promise<{ ready: boolean; reason: string }> {
    this.#wake()
    while (!this.#ready && this.#broken === undefined && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#listeners.push(resolve)
        this.#hold()
      })
    }
    return { ready: this.#ready, reason: this.#broken ?? (this.#closed ? 'it was closed.' : '') }
  }

  /** Speaks one segment; `onSound` is called with 16 kHz PCM as it is made. Once aborted, nothing more is heard and it resolves. */
  say(request: Omit<Say, 'id'>, onSound: (pcm: Uint8Array) => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return resolve()
      if (this.#closed || this.#broken !== undefined)
        return reject(new PortFault(`espeak-ng cannot speak: ${this.#broken ?? 'it was closed.'}`, { retryable: false }))
      const settle = () => signal.removeEventListener('abort', stop)
      const task: Task = {
        request: { ...request, id: ++this.#lastId },
        onSound,
        resolve: () => (settle(), resolve()),
        reject: (error) => (settle(), reject(error)),
        sounded: false,
        lives: 2,
      }
      const stop = () => {
        const at = this.#waiting.indexOf(task)
        if (at >= 0) this.#waiting.splice(at, 1)
        task.onSound = () => {}
        task.resolve()
      }
      signal.addEventListener('abort', stop, { once: true })
      this.#waiting.push(task)
      this.#wake()
      this.#send()
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#restart)
    clearTimeout(this.#watch)
    this.#fail('it was closed.', false)
    this.#announce()
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.ref()
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGKILL')
    await gone
  }

  /** Starts the child when it is wanted for the first time: it takes 100 MB that a server without calls can do without. */
  #wake(): void {
    if (this.#child || this.#closed || this.#broken !== undefined || this.#restart) return
    this.#start()
  }

  #start(): void {
    this.#complaint = ''
    const child = fork(this.#entry, {
      execPath: process.execPath,
      // A small young generation: about 14 MB less memory at the same speed.
      execArgv: ['--max-semi-space-size=1'],
      // A program that reads what strangers wrote gets none of this process's secrets.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child = child
    this.#hold()
    child.stderr?.on('data', (data: Buffer) => (this.#complaint = (this.#complaint + data.toString()).slice(-2000)))
    child.on('message', (answer: Answer) => this.#hear(answer))
    child.on('error', (error) => (this.#complaint += String(error)))
    child.once('exit', (code, signal) => this.#onExit(child, code, signal))
    this.#watchFor(startMs)
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'ready') {
      this.#ready = true
      this.#deaths = 0
      clearTimeout(this.#watch)
      this.#announce()
      return this.#send()
    }
    if (answer.kind === 'broken') {
      this.#broken = answer.reason
      clearTimeout(this.#watch)
      this.#fail(answer.reason, false)
      this.#announce()
      this.#child?.kill('SIGKILL')
      return
    }
    const task = this.#speaking.get(answer.id)
    if (!task) return
    if (answer.kind === 'sound') {
      task.sounded = true
      return task.onSound(answer.pcm)
    }
    this.#speaking.delete(answer.id)
    if (answer.kind === 'end') task.resolve()
    else task.reject(new PortFault(`espeak-ng could not speak: ${answer.reason}`, { retryable: false }))
    this.#send()
  }

  #send(): void {
    while (this.#ready && this.#speaking.size < ahead && this.#waiting.length > 0) {
      const task = this.#waiting.shift()!
      this.#speaking.set(task.request.id, task)
      this.#child?.send(task.request, () => {})
    }
    clearTimeout(this.#watch)
    if (this.#ready && this.#speaking.size > 0) this.#watchFor(segmentMs)
    this.#hold()
  }

  /** An idle engine does not keep the program running; one that somebody waits for does. */
  #hold(): void {
    const child = this.#child
    const verb = this.#speaking.size + this.#waiting.length + this.#listeners.length > 0 ? 'ref' : 'unref'
    child?.[verb]()
    child?.channel?.[verb]()
    if (child?.stderr instanceof Socket) child.stderr[verb]()
  }

  #watchFor(ms: number): void {
    clearTimeout(this.#watch)
    this.#watch = setTimeout(() => this.#child?.kill('SIGKILL'), ms)
    this.#watch.unref()
  }

  #onExit(child: ChildProcess, code: number | null, signal: string | null): void {
    if (child !== this.#child) return
    this.#child = undefined
    this.#ready = false
    clearTimeout(this.#watch)
    if (this.#closed || this.#broken !== undefined) return
    const wait = restartMs[this.#deaths++]
    this.#log.warn({ code, signal, complaint: this.#complaint, again: wait !== undefined }, 'espeak-ng ended by itself')
    if (wait === undefined) {
      this.#broken = `it ended ${restartMs.length} times while starting. ${this.#complaint}`.trim()
      this.#fail(this.#broken, false)
      return this.#announce()
    }
    this.#rescue()
    this.#restart = setTimeout(() => this.#start(), wait)
  }

  /** Segments the dead child had begun: those not heard yet are tried once more, for they may not be what killed it. */
  #rescue(): void {
    for (const task of [...this.#speaking.values()].reverse()) {
      task.lives--
      if (task.sounded || task.lives === 0) task.reject(new PortFault('espeak-ng ended in the middle of a sentence', { retryable: true }))
      else this.#waiting.unshift(task)
    }
    this.#speaking.clear()
  }

  #fail(reason: string, retryable: boolean): void {
    for (const task of [...this.#speaking.values(), ...this.#waiting.splice(0)]) task.reject(new PortFault(`espeak-ng cannot speak: ${reason}`, { retryable }))
    this.#speaking.clear()
  }

  #announce(): void {
    for (const listener of this.#listeners.splice(0)) listener()
    this.#hold()
  }
}
