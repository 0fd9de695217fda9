import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine } from '@myna/ports/recognition'
import { Listening } from './listening.ts'

const howToGet = 'Install the packages pocketsphinx and pocketsphinx-en-us, or speak in a browser that recognises speech, or type instead.'

/**
 * English dictation by Debian's pocketsphinx, one process a listening, about 100 MB each. `binary` is a name to look for in the PATH or a
 * path; `model` is the folder of the en-us model. Texts before the final one are whole phrases, not single words.
 */
export function createPocketsphinx(options: { binary?: string; model?: string } = {}): RecognitionEngine {
  const name = options.binary ?? 'pocketsphinx_continuous'
  const model = options.model ?? '/usr/share/pocketsphinx/model/en-us'
  const parts = { hmm: join(model, 'en-us'), lm: join(model, 'en-us.lm.bin'), dict: join(model, 'cmudict-en-us.dict') }
  const open = new Set<Listening>()

  async function missing(): Promise<string | undefined> {
    if (!(await programPath(name))) return `pocketsphinx is not installed here. ${howToGet}`
    for (const part of Object.values(parts)) if (!(await may(part, constants.R_OK))) return `The English model of pocketsphinx is not in ${model}. ${howToGet}`
    return undefined
  }

  return {
    name: 'pocketsphinx',
    languages: ['en'],
    formats: ['pcm-16k'],
    async available() {
      const trouble = await missing()
      return { available: trouble === undefined, sentence: trouble ?? 'pocketsphinx understands English on this machine, without a key.' }
    },
    async listen({ languages }, signal) {
      if (!languages.includes('en')) throw new PortFault('pocketsphinx understands English only.', { retryable: false })
      const trouble = await missing()
      if (trouble !== undefined) throw new PortFault(trouble, { retryable: false })
      signal.throwIfAborted()
      const program = (await programPath(name))!
      const stop = () => listening.close()
      const listening = new Listening([program, '-hmm', parts.hmm, '-lm', parts.lm, '-dict', parts.dict], () => {
        signal.removeEventListener('abort', stop)
        open.delete(listening)
      })
      open.add(listening)
      signal.addEventListener('abort', stop, { once: true })
      return listening
    },
    async close() {
      await Promise.all([...open].map((it) => it[Symbol.asyncDispose]()))
    },
  }
}

async function programPath(name: string): Promise<string | undefined> {
  const candidates = isAbsolute(name) ? [name] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  for (const path of candidates) if (await may(path, constants.X_OK)) return path
  return undefined
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}
