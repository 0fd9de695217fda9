import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import unbzip2 from 'unbzip2-stream'
import { ModelTrouble } from '#models/trouble.ts'

/** All that one piece of an archive may become at once: a few bytes may stand for gigabytes. */
const mostAtOnce = 2 ** 27

/** The program that unpacks several times faster than JavaScript can, where the machine has it. */
export const bzip2Program = ['/usr/bin/bzip2', '/bin/bzip2'].find((it) => existsSync(it))

/** Unpacks bzip2 by that program. */
export async function* bunzipByProgram(program: string, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const child = spawn(program, ['-dc'], { stdio: ['pipe', 'pipe', 'pipe'], env: {} })
  let complaint = ''
  child.stderr.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-500)))
  // A program that ends early is told by its exit.
  child.stdin.on('error', () => {})
  const ended = once(child, 'close') as Promise<[number | null]>
  const fed = feed(packed, child.stdin)
  // Both are awaited below, unless something else has failed before.
  ended.catch(() => {})
  fed.catch(() => child.kill('SIGKILL'))
  try {
    yield* child.stdout as AsyncIterable<Buffer>
    await fed
    const [code] = await ended
    if (code !== 0)
      throw new Error(
        complaint
          .trim()
          .split('\n')
          .find((it) => it !== '') ?? 'bzip2 failed',
      )
  } finally {
    child.kill('SIGKILL')
  }
}

async function feed(packed: AsyncIterable<Uint8Array>, to: NodeJS.WritableStream): Promise<void> {
  for await (const chunk of packed) {
    if (!to.writable) return
    // Whether there is room again or nobody there any more.
    if (!to.write(chunk)) await new Promise<void>((resolve) => void to.once('drain', resolve).once('close', resolve))
  }
  to.end()
}

/** Unpacks bzip2 in this process. */
export async function* bunzipHere(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const bunzip = unbzip2()
  const out: Buffer[] = []
  let waiting = 0
  let failure: Error | undefined
  bunzip.on('data', (chunk) => {
    waiting += chunk.length
    if (waiting > mostAtOnce) throw new ModelTrouble('The archive unpacks to far more than it should.')
    out.push(chunk)
  })
  bunzip.on('error', (error) => (failure ??= error))
  const drained = function* () {
    if (failure) throw failure
    yield* out.splice(0)
    waiting = 0
  }
  for await (const chunk of packed) {
    bunzip.write(chunk)
    yield* drained()
  }
  bunzip.end()
  yield* drained()
}
