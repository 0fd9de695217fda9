import { createHash } from 'node:crypto'

/** What makes one utterance sound as it does, and whose it is: the text may be private, so tenants share no sound. */
export type Utterance = { tenantId: string; voiceId: string; text: string; speed: number; pitch: number; volume: number; format: string }

/** Name of an utterance's sound in the cache. */
export function utteranceName(it: Utterance): string {
  const exact = JSON.stringify([it.voiceId, it.text, it.speed, it.pitch, it.volume, it.format])
  return `speech/${it.tenantId}/${createHash('sha256').update(exact).digest('hex')}`
}
