/** Numbers from 0 to 1 that are the same in each run (a linear congruence, Numerical Recipes). */
export function createChance(seed = 1): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

/** White noise of a level in dBFS. */
export function createNoise(rate: number, seconds: number, db: number, seed = 1): Int16Array {
  const chance = createChance(seed)
  const size = 32_768 * 10 ** (db / 20) * Math.sqrt(3)
  return Int16Array.from({ length: Math.round(rate * seconds) }, () => Math.round((chance() * 2 - 1) * size))
}

/** A tone of so many Hz; `db` is its level in dBFS. */
export function createSine(rate: number, hertz: number, seconds: number, db: number): Int16Array {
  const size = 32_768 * Math.SQRT2 * 10 ** (db / 20)
  return Int16Array.from({ length: Math.round(rate * seconds) }, (_, index) => Math.round(size * Math.sin((2 * Math.PI * hertz * index) / rate)))
}

/** First three formants of five vowels, in Hz (Peterson and Barney, 1952). */
const vowels = [
  [270, 2290, 3010],
  [660, 1720, 2410],
  [730, 1090, 2440],
  [570, 840, 2410],
  [300, 870, 2240],
] as const

/**
 * Syllables as a voice makes them: pulses of a gliding pitch (90 to 300 Hz) through three resonances, three to six a second, with a soft start and end and
 * a hiss before some. `db` is the level over all.
 */
export function createVowels(rate: number, seconds: number, db: number, seed = 1): Int16Array {
  const chance = createChance(seed)
  const total = Math.round(rate * seconds)
  const sound = new Float64Array(total)
  const memory = new Float64Array(6)
  for (let start = 0; start < total; ) {
    const length = Math.round(rate * (0.15 + 0.2 * chance()))
    const vowel = vowels[Math.floor(chance() * vowels.length)]!
    const pitch = 90 + 210 * chance()
    const glide = (chance() - 0.5) * 60
    const hiss = chance() < 0.3 ? Math.round(rate * 0.06) : 0
    let phase = 0
    for (let index = 0; index < length && start + index < total; index++) {
      const part = index / length
      phase += (pitch + glide * part) / rate
      let pulse = 0
      if (phase >= 1) {
        phase -= 1
        pulse = 1
      }
      let value = index < hiss ? (chance() - 0.5) * 0.3 : pulse + (chance() - 0.5) * 0.02
      for (let formant = 0; formant < 3; formant++) {
        const radius = Math.exp((-Math.PI * (60 + 40 * formant)) / rate)
        const [one, two] = [memory[2 * formant]!, memory[2 * formant + 1]!]
        const next = value * (1 - radius) + 2 * radius * Math.cos((2 * Math.PI * vowel[formant]!) / rate) * one - radius * radius * two
        memory[2 * formant + 1] = one
        memory[2 * formant] = next
        value = next + value * 0.3
      }
      sound[start + index] = value * Math.sin(Math.PI * Math.min(1, part * 1.02)) ** 0.5
    }
    start += length
  }
  const power = sound.reduce((sum, it) => sum + it * it, 0) / total
  const gain = (32_768 * 10 ** (db / 20)) / Math.sqrt(power)
  return Int16Array.from(sound, (it) => Math.max(-32_768, Math.min(32_767, Math.round(it * gain))))
}
