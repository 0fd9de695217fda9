import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { installListener, installWholeListener, toneSpeech } from '../test/toys.ts'
import { loadHearing } from './hearing.ts'

const folder = mkdtempSync(join(tmpdir(), 'myna-hearing-'))
afterAll(() => rmSync(folder, { recursive: true }))
installListener(folder)
installWholeListener(folder)
const sherpa = await import('sherpa-onnx-node').then(
  (it) => it.default,
  () => undefined,
)

describe.skipIf(sherpa === undefined)(`hearing${sherpa ? '' : ' (skipped: install the package sherpa-onnx-node)'}`, () => {
  const files = (name: string) => ({ model: join(folder, name, 'model.onnx'), tokens: join(folder, name, 'tokens.txt') })
  const shared = { settings: {}, threads: 1 }
  const streaming = () => loadHearing(sherpa!, { name: 'toy', as: 'streaming-recognition', family: 'nemoCtc', files: files('toy-ears'), ...shared })()
  const whole = () => loadHearing(sherpa!, { name: 'toy', as: 'recognition', family: 'omnilingual', files: files('toy-patience'), ...shared })()

  it('keeps a minute of an utterance that is heard as a whole, and begins anew after it', () => {
    const hearing = whole()
    expect(hearing.hear(toneSpeech('a b'))).toBeUndefined()
    hearing.hear(new Uint8Array(32_000 * 50))
    hearing.hear(toneSpeech('c'))
    hearing.hear(new Uint8Array(32_000 * 10))
    hearing.hear(toneSpeech('d'))
    expect(hearing.over()).toBe('a b c')
    hearing.hear(toneSpeech('e f'))
    expect(hearing.over()).toBe('e f')
  })

  it.each([
    ['while it is spoken', streaming],
    ['as a whole', whole],
  ])('understands pieces of an odd number of bytes, and makes nothing of silence, %s', (_how, open) => {
    const hearing = open()
    const pcm = toneSpeech('h g f')
    for (let at = 0; at < pcm.length; at += 333) hearing.hear(pcm.subarray(at, at + 333))
    expect(hearing.over()).toBe('h g f')
    hearing.hear(new Uint8Array(32_000))
    expect([hearing.over(), hearing.over()]).toEqual(['', ''])
  })

  it('refuses files that are not there', () => {
    expect(() =>
      loadHearing(sherpa!, { name: 'toy', as: 'recognition', family: 'omnilingual', files: { model: '/nowhere', tokens: '/nowhere' }, ...shared }),
    ).toThrow()
  })
})
