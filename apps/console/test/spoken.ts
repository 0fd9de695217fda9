import type { Page } from '@playwright/test'
import { bn } from '../src/words/bn.ts'
import { en } from '../src/words/en.ts'
import { hi } from '../src/words/hi.ts'

type Node = { readonly [key: string]: Node | string }
type Language = 'en' | 'hi' | 'bn'
const flat = (node: Node, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)))
const english = flat(en as Node)
const words = { en: new Map(english), hi: new Map(flat(hi as Node)), bn: new Map(flat(bn as Node)) }
const spaces = new Set(Object.keys(en))
const quoted = (it: string) => it.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
const isIndic = (it: string) => /[ऀ-৿]/.test(it)

/** How a language says what is called so in English: every way it is said, for some words are said in several. */
export function saidIn(language: Language, englishName: string): string[] {
  const keys = english.filter(([, value]) => value === englishName).map(([key]) => key)
  if (keys.length === 0) throw new Error(`No words of the console read “${englishName}”.`)
  return [...new Set(keys.map((key) => words[language].get(key)!))]
}

/** English that another language says otherwise: as it stands, or with its blanks filled. */
const whole = { hi: otherwise('hi'), bn: otherwise('bn') }
function otherwise(language: 'hi' | 'bn'): { plain: Set<string>; filled: RegExp[] } {
  const differing = english.filter(([key, value]) => words[language].get(key) !== value)
  // The same English may be right elsewhere, as a name that no language changes.
  const kept = new Set(english.filter(([key, value]) => words[language].get(key) === value).map(([, value]) => value))
  const plain = differing.map(([, value]) => value).filter((it) => !it.includes('{{') && !kept.has(it))
  const filled = differing
    .map(([, value]) => value)
    .filter((it) => it.includes('{{') && (it.replaceAll(/\{\{\w+\}\}/g, '').match(/[a-z]{2,}/gi) ?? []).length > 1)
  return {
    plain: new Set(plain),
    filled: filled.map(
      (it) =>
        new RegExp(
          `^${it
            .split(/\{\{\w+\}\}/)
            .map(quoted)
            .join('.+')}$`,
        ),
    ),
  }
}

/** What a page says that no person should read: a raw key in any language, English where another is spoken. `data`: what the server told the page, which is not translated. */
export async function untranslated(page: Page, language: Language, data: string): Promise<string[]> {
  const said = [...new Set(await page.evaluate(everythingSaid))]
  const rawKeys = said.filter((it) => /^[a-z]\w*(\.\w+)+$/.test(it) && spaces.has(it.split('.')[0]!) && words.en.has(it) && !data.includes(it))
  if (language === 'en') return rawKeys.map((it) => `a key stands there: ${it}`)
  const { plain, filled } = whole[language]
  const left = said.filter((it) => /[a-z]{2,}/i.test(it) && !isIndic(it) && !data.includes(it) && !data.includes(JSON.stringify(it).slice(1, -1)))
  const known = left.filter((it) => plain.has(it) || filled.some((one) => one.test(it)))
  const sentences = left.filter((it) => !known.includes(it) && /^[A-Z]?[a-z']+(,? [a-z']+){4,}/.test(it))
  return [...rawKeys.map((it) => `a key stands there: ${it}`), ...[...known, ...sentences].map((it) => `still English: ${it}`)]
}

/** Every text and name on a page, without what is marked as another language or as code. */
function everythingSaid(): string[] {
  const aside = 'script, style, code, pre, kbd, samp, textarea, [translate=no], [lang]:not(html), .font-mono'
  const said: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim()
    if (text && !walker.currentNode.parentElement?.closest(aside)) said.push(text)
  }
  for (const it of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    if (!it.closest('[translate=no], [lang]:not(html)'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = it.getAttribute(name)?.trim()
        if (text) said.push(text)
      }
  return said
}
