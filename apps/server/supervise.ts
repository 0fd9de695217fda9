import { fileURLToPath } from 'node:url'

/** Node with as little memory as it can do with; what runs so rarely is not worth compiling. */
const leanFlags = ['--max-semi-space-size=1', '--v8-pool-size=0', '--jitless']

/** glibc gives each thread an arena of its own, up to eight a core, and each keeps what was freed in it: two cost a third of that memory (mallopt(3), `M_ARENA_MAX`). */
const leanArenas = { MALLOC_ARENA_MAX: '2' }

/** Whether a command line starts a server that another process is to watch over. */
export function wantsSupervisor([command, ...rest]: readonly string[]): boolean {
  if (command !== 'serve' || rest.some((it) => ['--alone', '--supervised', '--help', '-h'].includes(it))) return false
  // A debugger and a watcher of files mean the process that they start, and no other.
  return process.env.WATCH_REPORT_DEPENDENCIES === undefined && !process.execArgv.some((it) => it.startsWith('--inspect'))
}

/**
 * Becomes the process that watches over a serving one, given what follows `serve`. Where an operating system can, it takes this process's place, and its
 * memory is that of Node alone; elsewhere it runs here. Both allocate from few arenas, unless the environment says otherwise.
 */
export async function becomeSupervisor(rest: readonly string[]): Promise<void> {
  const program = new URL('./supervisor.cjs', import.meta.url)
  const args = [fileURLToPath(program), ...process.execArgv, '--', ...rest]
  if (process.platform !== 'win32') process.execve?.(process.execPath, [process.execPath, ...leanFlags, ...args], { ...leanArenas, ...process.env })
  process.argv.splice(1, process.argv.length, ...args)
  await import(program.href)
}
