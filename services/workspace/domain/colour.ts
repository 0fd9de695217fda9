/** A colour in OKLab as lightness 0–1, chroma and hue in radians (Björn Ottosson, 2020). */
type Perceived = { lightness: number; chroma: number; hue: number }

const linearOf = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const shownOf = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)

function linearParts(hex: string): [number, number, number] {
  const part = (from: number) => linearOf(Number.parseInt(hex.slice(from, from + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

/** Contrast of two colours such as `#414fd2`, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linearParts(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** How a colour is seen. */
export function perceived(hex: string): Perceived {
  const [red, green, blue] = linearParts(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) }
}

/** The colour that is seen so; chroma is taken back until a screen can show it. */
export function shown({ lightness, chroma, hue }: Perceived): string {
  for (let kept = chroma; ; kept = kept > 0.002 ? kept * 0.92 : 0) {
    const [a, b] = [kept * Math.cos(hue), kept * Math.sin(hue)]
    const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    const parts = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ]
    if (kept > 0 && parts.some((it) => it < -0.0005 || it > 1.0005)) continue
    const byte = (part: number) => Math.round(255 * Math.min(1, Math.max(0, shownOf(Math.max(0, part)))))
    return `#${parts.map((it) => byte(it).toString(16).padStart(2, '0')).join('')}`
  }
}

/** The colour of the same hue that is nearest in lightness and passes; black or white where none of that hue does. */
export function nearestThat(hex: string, passes: (colour: string) => boolean): string {
  if (passes(hex)) return hex
  const from = perceived(hex)
  for (let step = 0.004; step <= 1; step += 0.004)
    for (const lightness of [from.lightness - step, from.lightness + step]) {
      const colour = lightness >= 0 && lightness <= 1 ? shown({ ...from, lightness }) : undefined
      if (colour && passes(colour)) return colour
    }
  return passes('#ffffff') ? '#ffffff' : '#000000'
}
