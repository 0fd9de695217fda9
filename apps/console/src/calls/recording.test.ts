import { expect, test } from 'vitest'
import { readRecording } from './recording.ts'

function wav(samples: number[][], { stated, before = [] }: { stated?: number; before?: number[] } = {}): Uint8Array<ArrayBuffer> {
  const channels = samples[0]!.length
  const data = new DataView(new ArrayBuffer(44 + before.length + samples.length * channels * 2))
  const tag = (at: number, text: string) => text.split('').forEach((it, i) => data.setUint8(at + i, it.charCodeAt(0)))
  tag(0, 'RIFF')
  tag(8, 'WAVEfmt ')
  data.setUint32(16, 16, true)
  data.setUint16(20, 1, true)
  data.setUint16(22, channels, true)
  data.setUint32(24, 16000, true)
  data.setUint16(34, 16, true)
  before.forEach((it, i) => data.setUint8(36 + i, it))
  tag(36 + before.length, 'data')
  data.setUint32(40 + before.length, stated ?? samples.length * channels * 2, true)
  samples.flat().forEach((it, i) => data.setInt16(44 + before.length + i * 2, it, true))
  return new Uint8Array(data.buffer)
}

test('takes the lanes apart', () => {
  const it = readRecording(
    wav([
      [1, -1],
      [2, -2],
      [3, -3],
    ]),
  )
  expect([...it.caller]).toEqual([1, 2, 3])
  expect([...it.agent]).toEqual([-1, -2, -3])
  expect(it.durationMs).toBeCloseTo(3 / 16)
})
test('reads what is there when a streamed file states more', () => {
  expect(readRecording(wav([[1, 2]], { stated: 0xffffffff })).caller).toHaveLength(1)
})
test('skips chunks it does not know', () => {
  const list = 'LIST'.split('').map((it) => it.charCodeAt(0))
  expect(readRecording(wav([[7, 8]], { before: [...list, 4, 0, 0, 0, 1, 2, 3, 4] })).agent[0]).toBe(8)
})
test('refuses what is no WAV file', () => {
  expect(() => readRecording(new Uint8Array(100))).toThrow('not a WAV file')
})
