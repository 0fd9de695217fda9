import type { SoundFormat } from '@myna/ports/sound'
import { muLawToPcm } from '@myna/sound/g711'
import { readPcm } from '@myna/sound/pcm'

/** Root mean square below which 16-bit sound is a pause: 38 dB below the loudest. */
const quiet = 400

/** Whether nobody speaks in a short piece of sound. */
export function isQuiet(sound: Uint8Array, format: SoundFormat): boolean {
  const samples = new Int16Array(format === 'mulaw-8k' ? sound.byteLength : sound.byteLength >> 1)
  if (format === 'mulaw-8k') muLawToPcm(sound, samples)
  else readPcm(sound, samples)
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)
  return power < quiet * quiet
}
