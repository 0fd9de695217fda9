import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((it) => it.kill('SIGKILL')))

type Environment = Readonly<Record<string, string>>

function start(args: readonly string[], env: Environment) {
  const child = spawn(process.execPath, [main, ...args], { env: { ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  running.add(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()))
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child)
    return { code: code as number | null, signal: signal as string | null, ...said }
  })
  return { child, said, ended }
}

/** Runs a command to its end; one that does not end is killed after a minute. Answers its exit code and what it printed. */
export async function runMyna(args: readonly string[], env: Environment, input = '') {
  const { child, ended } = start(args, env)
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
  child.stdin.on('error', () => {}).end(input)
  return ended.finally(() => clearTimeout(timer))
}

/** A server in a process of its own, once it says that it is ready. */
export async function serveMyna(env: Environment, ...args: string[]) {
  const { child, said, ended } = start(['serve', ...args], env)
  const ready = new Promise<string>((resolve) =>
    child.stdout!.on('data', () => {
      const url = /ready at (\S+)/.exec(said.out)?.[1]
      if (url) resolve(url)
    }),
  )
  let told = false
  // Otherwise the tests that follow would only tell that nothing answers.
  void ended.then((it) => told || process.stderr.write(`the server ended by itself, with ${it.code ?? it.signal}: ${it.err}${it.out}\n`))
  const url = await Promise.race([ready, ended.then((it) => Promise.reject(new Error(`the server ended by itself: ${it.err}${it.out}`)))])
  return {
    url,
    pid: child.pid!,
    said,
    ended,
    /** Sends a signal and waits for the end. */
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      told = true
      child.kill(signal)
      return ended
    },
  }
}
