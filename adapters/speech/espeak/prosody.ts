/** Words a minute for a pace: espeak-ng's own 175 times `speed`, within its 80 to 450. */
export function rateOf(speed: number): number {
  return Math.round(Math.min(450, Math.max(80, 175 * speed)))
}

/** Pitch settings of espeak-ng and the height each gives, as a factor of the height at 50 (median F0 of its voices, which agree within 3 %). */
const heights = [
  { setting: 0, height: 0.67 },
  { setting: 25, height: 0.79 },
  { setting: 50, height: 1 },
  { setting: 75, height: 1.29 },
  { setting: 99, height: 1.67 },
] as const

/** espeak-ng's pitch setting for a height; what lies outside 0.67 to 1.67 becomes the nearest it can do. */
export function pitchOf(height: number): number {
  for (let i = 1; i < heights.length; i++) {
    const low = heights[i - 1]!
    const high = heights[i]!
    if (height > high.height) continue
    const share = Math.max(0, (height - low.height) / (high.height - low.height))
    return Math.round(low.setting + share * (high.setting - low.setting))
  }
  return 99
}
