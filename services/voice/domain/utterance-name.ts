import { createHash } from 'node:crypto'

/**
 * What makes one utterance sound as it does, and whose it is: the text may be private, so tenants share no sound. `revision` counts changes of the vendor whose voice it is (0: an
 * engine of this machine). A saved voice is here by what it means.
 */
export type Utterance = {
  tenantId: string
  voiceId: string
  revision: number
  text: string
  language: string
  speed: number
  pitch: number
  volume: number
  format: string
}

/** Name of an utterance's sound in the cache. */
export function utteranceName(it: Utterance): string {
  const exact = JSON.stringify([it.voiceId, it.revision, it.text, it.language, it.speed, it.pitch, it.volume, it.format])
  return `speech/${it.tenantId}/${createHash('sha256').update(exact).digest('hex')}`
}
