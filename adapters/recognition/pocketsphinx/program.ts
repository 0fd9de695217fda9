import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'

/** pocketsphinx behind a pipe, in a process group of its own. */
export type Program = {
  process: ChildProcessByStdio<Writable, Readable, Readable>
  /** Whether all that was written has been read and worked on; undefined where this machine cannot tell. */
  idle(): Promise<boolean | undefined>
  /** Ends all of it at once. */
  kill(): void
}

/**
 * Starts a recogniser that reads PCM from its standard input. What Node gives a child as input is a socket, and pocketsphinx opens
 * `/dev/stdin` by name, which fails for sockets; `cat` makes a true pipe of it. When this process dies, `cat` meets the end and all end.
 */
export function startProgram(command: readonly string[]): Program {
  const child = spawn('/bin/sh', ['-c', 'cat | "$@"', 'sh', ...command, '-infile', '/dev/stdin'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  })
  return {
    process: child,
    async idle() {
      if (child.pid === undefined || child.stdin.writableLength > 0) return child.pid === undefined ? undefined : false
      try {
        const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
        const states = await Promise.all(children.trim().split(' ').map(stateOf))
        // Both wait for more to read: what came before has been dealt with.
        return states.length === 2 && states.every((state) => state === 'S')
      } catch {
        return undefined
      }
    },
    kill() {
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    },
  }
}

/** Letter of a process's state in proc_pid_stat(5): `S` sleeps. */
async function stateOf(pid: string): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2)[0]
}
