import type { BrandColours, BrandThemes, ColourTrouble } from '@myna/contracts/workspace-brand'
import { contrastOf, nearestThat, perceived } from '#domain/colour.ts'

type Theme = keyof BrandThemes
type Surface = Exclude<ColourTrouble['against'], 'main'>

/** What colours of a brand meet in the console; the same as in its style sheet. */
export const surfaces: Readonly<Record<Theme, Readonly<Record<Surface, string>>>> = {
  light: { canvas: '#fafaf8', surface: '#ffffff', raised: '#ffffff', sunken: '#f6f5f3', hover: '#f1f0ed', selected: '#ebf0ff' },
  dark: { canvas: '#0d0e11', surface: '#131518', raised: '#1b1d21', sunken: '#18191d', hover: '#1f2226', selected: '#232944' },
}
/** The brand where none is chosen. */
export const firstColours: BrandThemes = {
  light: { main: '#414fd2', ink: '#ffffff', text: '#3845bf' },
  dark: { main: '#5165e2', ink: '#ffffff', text: '#9babfd' },
}

const forWords = 4.5
const forShapes = 3
const met = { main: ['canvas', 'surface', 'raised', 'sunken', 'hover'], text: ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'] } as const

type Pair = { colour: keyof BrandColours; against: ColourTrouble['against']; other: string; needed: number }

function pairsOf(theme: Theme, colours: BrandColours): Pair[] {
  const on = (colour: 'main' | 'text', needed: number) => met[colour].map((against) => ({ colour, against, other: surfaces[theme][against], needed }))
  return [...on('main', forShapes), { colour: 'ink', against: 'main', other: colours.main, needed: forWords }, ...on('text', forWords)]
}

/** The colours nearest to these that pass: the main one first, then what stands on it. */
function fitted(theme: Theme, colours: BrandColours): BrandColours {
  const against = (colour: 'main' | 'text', needed: number) =>
    nearestThat(colours[colour], (it) => met[colour].every((name) => contrastOf(it, surfaces[theme][name]) >= needed))
  const main = against('main', forShapes)
  const onMain = (it: string) => contrastOf(it, main) >= forWords
  // A grey that barely passes helps nobody: words without a hue become white or ink.
  const plain = perceived(colours.ink).chroma < 0.02 && !onMain(colours.ink) ? ['#ffffff', '#16181e', '#000000'].find(onMain) : undefined
  return { main, ink: plain ?? nearestThat(colours.ink, onMain), text: against('text', forWords) }
}

/** Which pairs of a brand cannot be told apart (the worst of each colour), and the nearest colours that can. */
export function checkColours(themes: BrandThemes): { troubles: ColourTrouble[]; passing: BrandThemes } {
  const passing = { light: fitted('light', themes.light), dark: fitted('dark', themes.dark) }
  const troubles = (['light', 'dark'] as const).flatMap((theme) =>
    (['main', 'ink', 'text'] as const).flatMap((colour) => {
      const worst = pairsOf(theme, themes[theme])
        .filter((it) => it.colour === colour)
        .map(({ against, other, needed }) => ({ against, needed, ratio: contrastOf(themes[theme][colour], other) }))
        .filter(({ ratio, needed }) => ratio < needed)
        .toSorted((a, b) => a.ratio - b.ratio)[0]
      // Rounded down, so that what fails never reads as what is needed.
      return worst ? [{ theme, colour, ...worst, ratio: Math.floor(worst.ratio * 100) / 100, nearest: passing[theme][colour] }] : []
    }),
  )
  return { troubles, passing }
}
