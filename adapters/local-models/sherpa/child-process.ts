import { type ChildProcess, fork } from 'node:child_process'
import { Socket } from 'node:net'
import type { Answer, Ask } from './child/messages.ts'

/** A process that runs sherpa-onnx, from its start to its end. */
export type Child = {
  readonly pid: number | undefined
  /** Resolves once it can be asked; with the reason when it never will. */
  readonly ready: Promise<string | undefined>
  tell(ask: Ask): void
  /** Whether somebody waits for it: an idle child does not keep the program running. */
  hold(busy: boolean): void
  /** Ends it at once. */
  kill(): void
  readonly gone: Promise<void>
}

const startMs = 30_000

/** Starts one. `hear` is called with its answers, `over` once, with what is known of why it ended. */
export function startChild(entry: URL, hear: (answer: Answer) => void, over: (why: string) => void): Child {
  const child = fork(entry, {
    execPath: process.execPath,
    execArgv: ['--expose-gc'],
    // A program that works on what strangers say gets none of this process's secrets.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  let answerReady: (trouble: string | undefined) => void
  const ready = new Promise<string | undefined>((resolve) => (answerReady = resolve))
  const slow = setTimeout(() => child.kill('SIGKILL'), startMs)
  slow.unref()
  child.stderr?.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-2000)))
  child.on('error', (error) => (complaint += String(error)))
  child.on('message', (answer: Answer) => {
    if (answer.kind === 'ready' || answer.kind === 'broken') {
      clearTimeout(slow)
      answerReady(answer.kind === 'broken' ? answer.reason : undefined)
    } else hear(answer)
  })
  const gone = new Promise<void>((resolve) => {
    const end = (how: string) => {
      clearTimeout(slow)
      const why = `${how}${complaint.trim() === '' ? '' : `: ${lastWords(complaint)}`}`
      answerReady(`it ended while starting (${why}).`)
      over(why)
      resolve()
    }
    child.once('exit', (code, signal) => end(signal ?? `exit code ${code}`))
    // A process that could not be started does not exit.
    child.once('error', () => child.pid === undefined && end('not started'))
  })
  const held = { busy: true }
  const it: Child = {
    pid: child.pid,
    ready,
    gone,
    tell: (ask) => void child.send(ask, () => {}),
    hold(busy) {
      if (held.busy === busy) return
      held.busy = busy
      hold(child, busy)
    },
    kill: () => void child.kill('SIGKILL'),
  }
  return it
}

function hold(child: ChildProcess, busy: boolean): void {
  const verb = busy ? 'ref' : 'unref'
  child[verb]()
  child.channel?.[verb]()
  if (child.stderr instanceof Socket) child.stderr[verb]()
}

/** The end of what it complained about, in one line, without the paths of this machine's program. */
function lastWords(complaint: string): string {
  return complaint.trim().split('\n').slice(-2).join(' ').replace(/\s+/g, ' ').slice(-300)
}
