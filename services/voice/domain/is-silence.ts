import type { SoundFormat } from '@myna/ports/sound'

/** Whether sound is nothing but digital silence: zeroes, or the two zeroes of G.711 μ-law. */
export function isSilence(sound: Uint8Array, format: SoundFormat): boolean {
  return format === 'mulaw-8k' ? sound.every((it) => (it | 0x80) === 0xff) : sound.every((it) => it === 0)
}
