import { currentLanguage } from './language.ts'

const families = "'Inter Variable', 'Noto Sans Devanagari Variable', 'Noto Sans Bengali Variable'"
const ofLanguage = { en: 'a', hi: 'aअ', bn: 'aঅ' }
const longestMs = 1_000

/** Waits for the letters of the language, so that nothing moves when they come; not for long, since words in other letters are better than none. */
export async function lettersHere(): Promise<void> {
  // Those of ids and codes are on the way while the first page is asked for.
  void document.fonts.load("1em 'JetBrains Mono Variable'").catch(() => undefined)
  const come = document.fonts.load(`1em ${families}`, ofLanguage[currentLanguage()]).catch(() => undefined)
  await Promise.race([come, new Promise((resolve) => setTimeout(resolve, longestMs))])
}
