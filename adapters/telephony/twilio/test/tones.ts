import { pcmToMuLaw } from '@myna/sound/g711'

/** A tone of so many hertz and milliseconds in μ-law at 8 kHz, at half the loudest level; several frequencies sound at once. */
export function tone(hertz: readonly number[], ms: number): Uint8Array {
  const pcm = Int16Array.from(
    { length: ms * 8 },
    (_, at) => (hertz.reduce((sum, it) => sum + Math.sin((2 * Math.PI * it * at) / 8_000), 0) / hertz.length) * 16_000,
  )
  const mulaw = new Uint8Array(pcm.length)
  pcmToMuLaw(pcm, mulaw)
  return mulaw
}

/** The beep of an answering machine. */
export const beep = (): Uint8Array => tone([1_000], 500)
/** What a machine says when a test gives no greeting: three seconds that are no silence and no beep. */
export const hum = (): Uint8Array => tone([180, 230, 310], 3_000)
