import { describe, expect, it } from 'vitest'
import { createRoomTone } from './room-tone.ts'

const noise = (amplitude: number, samples: number) => new Uint8Array(Int16Array.from({ length: samples }, (_, n) => amplitude * ((n % 7) / 3 - 1)).buffer)

function loudness(pcm: Uint8Array): number {
  const samples = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.byteLength / 2)
  return Math.sqrt(samples.reduce((sum, it) => sum + it * it, 0) / samples.length)
}

describe('the tone of the room', () => {
  it('is as loud as the quietest that was heard, speech or not', () => {
    const room = createRoomTone()
    for (let i = 0; i < 500; i++) room.hear(noise(100, 320))
    const quiet = loudness(noise(100, 320))
    for (let i = 0; i < 20; i++) room.hear(noise(9000, 320))
    expect(loudness(room.make(16_000)) / quiet).toBeGreaterThan(0.8)
    expect(loudness(room.make(16_000)) / quiet).toBeLessThan(1.5)
  })

  it('is never dead silence, and never as loud as speech', () => {
    const room = createRoomTone()
    room.hear(new Uint8Array(32_000))
    expect(loudness(room.make(16_000))).toBeGreaterThan(1)
    for (let i = 0; i < 5000; i++) room.hear(noise(9000, 320))
    expect(loudness(room.make(16_000))).toBeLessThan(320)
  })
})
