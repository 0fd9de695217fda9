import type { Embedder } from '@myna/ports/embedding'

/** The length of the vectors of common models. */
const dimensions = 1_536

/** An embedder that takes no time: vectors drawn by text, near each other only by what all have in common. What is measured with it is Myna's own part. */
export function createDrawnEmbedder(): Embedder {
  const common = drawnVector('what all have in common')
  return {
    name: 'drawn/1536',
    dimensions,
    embed: async (texts) => texts.map((text) => drawnVector(text).map((it, at) => it + 0.5 * (common[at] ?? 0))),
  }
}

function drawnVector(text: string): Float32Array {
  let state = 2_166_136_261
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 16_777_619)
  return Float32Array.from({ length: dimensions }, () => {
    // xorshift32 (Marsaglia, 2003).
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2_147_483_648
  })
}
