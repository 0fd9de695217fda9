/** Sound inside Myna is mono PCM, 16 bit little-endian, at this many samples a second. */
export const sampleRate = 16_000
/** Sound travels in frames of this length. */
export const frameMs = 20
export const frameSamples = (sampleRate * frameMs) / 1000
export const frameBytes = frameSamples * 2
