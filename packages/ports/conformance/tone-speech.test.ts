import { createConverter } from '@myna/sound/converter'
import { describe, expect, it } from 'vitest'
import { createToneListener, toneSentences, toneSpeech } from './tone-speech.ts'

function heard(pcm: Uint8Array, it: { rate: number; encoding: 'pcm' | 'mulaw' } = { rate: 16_000, encoding: 'pcm' }): string {
  const listener = createToneListener(it)
  for (let at = 0; at < pcm.byteLength; at += 333) listener.hear(pcm.subarray(at, at + 333))
  listener.finish()
  return listener.words.join(' ')
}

describe('tone speech', () => {
  it.each(toneSentences)('is understood: %s', (sentence) => {
    expect(heard(toneSpeech(sentence))).toBe(sentence)
    expect(heard(toneSpeech(sentence, 24_000), { rate: 24_000, encoding: 'pcm' })).toBe(sentence)
    for (const format of ['mulaw-8k', 'pcm-8k'] as const) {
      const converter = createConverter('pcm-16k', format)
      const sound = Buffer.concat([converter.push(toneSpeech(sentence)).slice(), converter.flush().slice()])
      expect(heard(sound, { rate: 8_000, encoding: format === 'mulaw-8k' ? 'mulaw' : 'pcm' })).toBe(sentence)
    }
  })

  it('is not understood when a frame of it is lost, comes twice, changes places, or is read in another format', () => {
    const [sentence] = toneSentences
    const pcm = Buffer.from(toneSpeech(sentence!))
    const frames = Array.from({ length: Math.floor(pcm.byteLength / 640) }, (_, at) => pcm.subarray(at * 640, at * 640 + 640))
    for (let at = 3; at < frames.length - 3; at++) {
      expect(heard(Buffer.concat(frames.toSpliced(at, 1))), `without frame ${at}`).not.toBe(sentence)
    }
    for (const at of [5, 14, 23]) expect(heard(Buffer.concat(frames.toSpliced(at, 0, frames[at]!)))).not.toBe(sentence)
    expect(heard(Buffer.concat(frames.toSpliced(4, 8, ...frames.slice(8, 12), ...frames.slice(4, 8))))).not.toBe(sentence)
    expect(heard(pcm.subarray(1))).not.toBe(sentence)
    expect(heard(pcm, { rate: 8_000, encoding: 'pcm' })).not.toBe(sentence)
    expect(heard(pcm, { rate: 16_000, encoding: 'mulaw' })).not.toBe(sentence)
  })
})
