import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { Answer, Ask } from './child/messages.ts'
import { type Listening, openListening } from './listening.ts'

/** Where this package tells what it leaves out and what happened to its worker; a pino logger fits. */
export type Log = { info(detail: object, message: string): void; warn(detail: object, message: string): void }

const entry = new URL('./child/main.ts', import.meta.url)
const howToGet = 'Install the package soundswallower, or speak in a browser that recognises speech, or type instead.'
const idleMs = 300_000

/** The worker, and what it listens to. */
type Ears = { worker: Worker; listenings: Map<number, Listening>; opening: Map<number, { resolve: () => void; reject: (fault: PortFault) => void }> }

/**
 * Recognition of English by grammar, in a worker thread: what `expect` names, or else a small set of commands, numbers, days and times.
 * Anything else that is said is forced onto the grammar or missed. Every listening has a decoder of its own; more than `mostListenings` (8)
 * at a time are refused. The worker starts with the first listening and ends when nobody has listened for five minutes. Words that the
 * dictionary lacks are left out of the grammar and told to `log`.
 */
export function createSoundswallower(options: { log?: Log; mostListenings?: number; entry?: URL } = {}): RecognitionEngine {
  const log = options.log ?? { info: () => {}, warn: () => {} }
  const mostListenings = options.mostListenings ?? 8
  let ears: Ears | undefined
  let lastId = 0
  let idle: NodeJS.Timeout | undefined
  let closed = false

  function missing(): string | undefined {
    try {
      if (existsSync(new URL('./model/en-us/mdef', import.meta.resolve('soundswallower')))) return undefined
    } catch {
      // The sentence below says so.
    }
    return `soundswallower is not installed here. ${howToGet}`
  }

  function start(): Ears {
    // Files of strangers are not read here, but a program that works on what strangers say needs no secrets.
    const worker = new Worker(options.entry ?? entry, { env: {}, name: 'soundswallower', execArgv: [], stdout: true, stderr: true })
    worker.unref()
    const mine: Ears = { worker, listenings: new Map(), opening: new Map() }
    const gone = (reason: string) => {
      if (ears === mine) ears = undefined
      const fault = new PortFault(`soundswallower ended by itself: ${reason}`, { retryable: true })
      if (mine.listenings.size + mine.opening.size > 0 && !closed) log.warn({ reason }, 'soundswallower ended by itself')
      for (const it of mine.opening.values()) it.reject(fault)
      mine.opening.clear()
      mine.listenings.forEach((it) => it.fail(fault))
    }
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'unknown') log.info({ words: answer.words }, 'soundswallower does not know these words and leaves them out')
      const opening = mine.opening.get(answer.id)
      if (!opening) return mine.listenings.get(answer.id)?.hear(answer)
      if (answer.kind === 'opened') opening.resolve()
      else if (answer.kind === 'failed') opening.reject(new PortFault(`soundswallower cannot listen: ${answer.reason}`, { retryable: true }))
      else return
      mine.opening.delete(answer.id)
    })
    worker.on('error', (error) => gone(String(error)))
    worker.on('exit', (code) => gone(`code ${code}.`))
    return mine
  }

  /** A worker that nobody listens to does not keep the program running, and ends after a while. */
  function rest(mine: Ears): void {
    if (mine.listenings.size > 0) return
    mine.worker.unref()
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (ears !== mine || mine.listenings.size > 0) return
      ears = undefined
      void mine.worker.terminate()
    }, idleMs)
    idle.unref()
  }

  return {
    name: 'soundswallower',
    languages: ['en'],
    formats: ['pcm-16k'],
    async available() {
      const trouble = closed ? 'soundswallower was closed.' : missing()
      const sentence =
        'soundswallower understands English words that are expected, and yes, no, numbers, days and times, on this machine, without a key; free speech it does not.'
      return { available: trouble === undefined, sentence: trouble ?? sentence }
    },
    async listen({ languages, format, phrases }, signal) {
      if (!languages.includes('en')) throw new PortFault('soundswallower understands English only.', { retryable: false })
      if (format !== 'pcm-16k') throw new PortFault(`soundswallower does not take ${format}.`, { retryable: false })
      const trouble = closed ? 'soundswallower was closed.' : missing()
      if (trouble !== undefined) throw new PortFault(trouble, { retryable: false })
      signal.throwIfAborted()
      const mine = (ears ??= start())
      if (mine.listenings.size >= mostListenings) throw new PortFault(`soundswallower listens to ${mostListenings} people already.`, { retryable: true })
      clearTimeout(idle)
      mine.worker.ref()
      const id = ++lastId
      const stop = () => listening.close()
      const listening = openListening(
        id,
        (ask: Ask) => mine.worker.postMessage(ask, ask.kind === 'sound' ? [ask.pcm.buffer as ArrayBuffer] : []),
        () => {
          signal.removeEventListener('abort', stop)
          mine.listenings.delete(id)
          rest(mine)
        },
      )
      mine.listenings.set(id, listening)
      signal.addEventListener('abort', stop, { once: true })
      try {
        await new Promise<void>((resolve, reject) => {
          mine.opening.set(id, { resolve, reject })
          mine.worker.postMessage({ kind: 'open', id, phrases: [...phrases] } satisfies Ask)
        })
      } catch (error) {
        listening.close()
        throw error
      }
      return listening
    },
    async close() {
      closed = true
      clearTimeout(idle)
      const last = ears
      ears = undefined
      last?.listenings.forEach((it) => it.close())
      await last?.worker.terminate()
    },
  }
}
