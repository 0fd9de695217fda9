import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { recognitionConformance } from '@myna/ports/conformance/recognition'
import { PortFault } from '@myna/ports/fault'
import { describe, expect, it } from 'vitest'
import { createPocketsphinx } from './pocketsphinx.ts'
import { fliteSpeech, missingHere } from './test/flite.ts'

const missing = missingHere()
const sentences = [
  'please call me back tomorrow afternoon',
  'do you have parking near the hotel',
  'where is your office in the city',
  'how much does the large room cost',
  'i would like to book a table for four people',
]

recognitionConformance('pocketsphinx', {
  open: async () => ({ engine: createPocketsphinx(), spoken: { language: 'en', sentences: sentences.map((text) => ({ text, pcm: fliteSpeech(text) })) } }),
  mostErrors: 0.15,
  missing,
})

describe('pocketsphinx where it is not installed', () => {
  it.each([
    ['the program', { binary: '/nowhere/pocketsphinx_continuous' }, 'pocketsphinx is not installed here.'],
    ['the model', { binary: process.execPath, model: '/nowhere/model' }, 'The English model of pocketsphinx is not in /nowhere/model.'],
  ])('says that %s is missing and what to do', async (_name, options, start) => {
    const engine = createPocketsphinx(options)
    const { available, sentence } = await engine.available()
    expect(available).toBe(false)
    expect(sentence).toBe(`${start} Install the packages pocketsphinx and pocketsphinx-en-us, or speak in a browser that recognises speech, or type instead.`)
    await expect(engine.listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)).rejects.toBeInstanceOf(PortFault)
  })
})

describe.skipIf(missing !== undefined)(`the processes of pocketsphinx${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  it('are gone after close', async () => {
    const engine = createPocketsphinx()
    await engine.listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
    expect(running(process.pid)).toHaveLength(1)
    await engine.close()
    await until(() => running(process.pid).length === 0)
  })

  it('are gone when the process that listened is killed', async () => {
    const listener = spawn(process.execPath, [join(import.meta.dirname, 'test', 'orphan.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(listener.stdout, 'data')
    const [shell] = running(listener.pid!)
    const group = groupOf(shell!)
    expect(group.length).toBeGreaterThanOrEqual(3)
    listener.kill('SIGKILL')
    await once(listener, 'exit')
    await until(() => groupOf(shell!).length === 0)
  })

  it('end the listening with a retryable fault when they die', async () => {
    const engine = createPocketsphinx()
    const stream = await engine.listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
    const [shell] = running(process.pid)
    process.kill(-Number(shell), 'SIGKILL')
    const error = await Array.fromAsync(stream.texts).catch((it: unknown) => it)
    expect(error).toBeInstanceOf(PortFault)
    expect((error as PortFault).retryable).toBe(true)
    await engine.close()
  })
})

/** Process ids of shells that run pocketsphinx for `parent`. */
function running(parent: number): string[] {
  return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => pid !== '' && commandOf(pid).includes('pocketsphinx'))
}

/** Living processes of the group `leader` leads. */
function groupOf(leader: string): string[] {
  const living = (pid: string) => {
    try {
      const [state, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
      return group === leader && state !== 'Z'
    } catch {
      return false
    }
  }
  return readdirSync('/proc').filter((it) => /^\d+$/.test(it) && living(it))
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let look = 0; look < 400; look++) {
    if (condition()) return
    await sleep(25)
  }
  throw new Error('it did not happen within ten seconds')
}
