import { useSyncExternalStore } from 'react'

/** The three colours of a brand in one theme. */
type Three = { main: string; ink: string; text: string }
/** How the console shows whose it is; `logo` is an address of this server. */
export type BrandLook = { name: string; logo: string | undefined; colours: { light: Three; dark: Three } | null }

const own: BrandLook = { name: 'Myna', logo: undefined, colours: null }
let look = own
let sheet: CSSStyleSheet | undefined
const watchers = new Set<() => void>()

/** Shows the console in a brand from now on; undefined: as its own. */
export function wearBrand(next: BrandLook | undefined): void {
  look = next ?? own
  sheet ??= new CSSStyleSheet()
  // A sheet made by a script is no inline style, so the page's policy lets it be.
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  sheet.replaceSync(look.colours ? `${rule(":root,[data-theme='light']", look.colours.light)}${rule("[data-theme='dark']", look.colours.dark)}` : '')
  document.querySelector<HTMLLinkElement>('link[rel=icon]')?.setAttribute('href', look.logo ?? '/favicon.svg')
  for (const watcher of watchers) watcher()
}

function rule(selector: string, { main, ink, text }: Three): string {
  const safe = [main, ink, text].every((it) => /^#[0-9a-f]{6}$/.test(it))
  return safe ? `${selector}{--brand:${main};--brand-ink:${ink};--brand-text:${text}}` : ''
}

/** The brand worn now. */
export function brandLook(): BrandLook {
  return look
}

/** The brand worn now, told again when it changes. */
export function useBrandLook(): BrandLook {
  return useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)),
    () => look,
  )
}
