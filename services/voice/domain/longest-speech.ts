/** The slowest voice takes no longer for a letter, for a digit or sign that it reads by its name, and for its pauses. */
const [letterMs, signMs, pausesMs] = [200, 900, 6_000] as const

/** Whether there is anything in a text that a voice can say. */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** The longest that a text can take to say at a pace, in milliseconds: four times what voices need and more. A voice that goes on says something else. */
export function longestSpeechMs(text: string, speed: number): number {
  const signs = text.match(/[^\p{L}\p{M}\s]/gu)?.length ?? 0
  return pausesMs + (text.length * letterMs + signs * (signMs - letterMs)) / Math.min(1, speed)
}
