import { useSyncExternalStore } from 'react'

/** The three colours of a brand in one theme. */
type Three = { main: string; ink: string; text: string }
/** How the console shows whose it is; `logo` is an address of this server. */
export type BrandLook = { name: string; logo: string | undefined; colours: { light: Three; dark: Three } | null }

/** What is worn where no brand is. */
const own: BrandLook = { name: 'Myna', logo: undefined, colours: null }
/** The brand of the domain the page came from; everybody there sees it, signed in or not. */
let home: BrandLook | undefined
let look = own
let sheet: CSSStyleSheet | undefined
const watchers = new Set<() => void>()

/** Wears the brand of the domain the page came from, which stands in the page; answers its name where there is one. */
export function wearHome(): string | undefined {
  const said = document.querySelector<HTMLMetaElement>('meta[name=brand]')?.content
  if (!said) return undefined
  const { name, logo, colours } = JSON.parse(said) as { name: string; logo?: string; colours: BrandLook['colours'] }
  home = { name, logo, colours }
  wearBrand(undefined)
  return name
}

/** Whether the page came from the domain of a brand. */
export function isHome(): boolean {
  return home !== undefined
}

/** Shows the console in a brand from now on; undefined: in that of its domain, or as its own. */
export function wearBrand(next: BrandLook | undefined): void {
  look = next ?? home ?? own
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
