import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from './en.ts'
import { firstWords } from './first-words.ts'

/** Languages of the console, each by its own name. */
export const languages = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'hi', label: 'हिन्दी', lang: 'hi' },
  { value: 'bn', label: 'বাংলা', lang: 'bn' },
] as const
export type Language = (typeof languages)[number]['value']

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

const load = {
  hi: async () => (await import('./hi.ts')).hi,
  bn: async () => (await import('./bn.ts')).bn,
}

let later: Promise<void> | undefined

/** Brings the words that only some pages need; those pages wait for it. Other languages come whole, English is what they fall back on. */
export function bringLaterWords(): Promise<void> {
  later ??= import('./later-words.ts').then(
    ({ laterWords }) => void i18next.addResourceBundle('en', 'translation', laterWords, true),
    (fault: unknown) => {
      later = undefined
      throw fault
    },
  )
  return later
}

/** Shows the console in a language, from now on and next time. */
export async function speakLanguage(language: Language): Promise<void> {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) i18next.addResourceBundle(language, 'translation', await load[language]())
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  keep('myna.language', language)
}

/** The language the console speaks now. */
export function currentLanguage(): Language {
  return i18next.language as Language
}

/** Prepares the words before the first render. */
export async function startWords(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(productNamed)
    .init({
      postProcess: ['product'],
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: { translation: firstWords } },
      // Words that come later are shown where they were missed.
      react: { bindI18nStore: 'added' },
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  const wanted = document.documentElement.lang
  if (wanted === 'hi' || wanted === 'bn') await speakLanguage(wanted).catch(() => undefined)
}

let product: string | undefined
let homeProduct: string | undefined
/** Says the name of the brand wherever words name the product. */
const productNamed = { type: 'postProcessor', name: 'product', process: (said: string) => (product ? said.replaceAll('Myna', () => product!) : said) } as const

/** Names the product as the domain does that the page came from. */
export function nameHome(name: string | undefined): void {
  homeProduct = name
  nameProduct(undefined)
}

/** Names the product in all words from now on; undefined: as its domain does, or Myna. */
export function nameProduct(name: string | undefined): void {
  const next = name ?? homeProduct
  if (next === product) return
  product = next
  // Whoever shows words asks for them again.
  i18next.emit('languageChanged', i18next.language)
}

/** Keeps a choice of this browser; a browser that keeps nothing is no error. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Storage is blocked: the choice holds until the page is left.
  }
}

/** A choice kept in this browser. */
export function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}
