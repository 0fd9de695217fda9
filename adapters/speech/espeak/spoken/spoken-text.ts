import type { SpeechLanguage } from '@myna/ports/speech'
import { sayAbbreviations, sayAcronyms } from './abbreviations.ts'
import { sayAddresses } from './addresses.ts'
import { bengaliSpelling } from './bengali-spelling.ts'
import { sayDates } from './dates.ts'
import { hindiCounts, hinglishSpelling } from './hinglish-spelling.ts'
import { sayMoney } from './money.ts'
import { sayNumberNames } from './number-names.ts'
import { plainText } from './plain-text.ts'
import { sayQuantities } from './quantities.ts'
import { dropSigns, saySymbols } from './symbols.ts'
import { sayTimes } from './times.ts'
import type { Tongue } from './tongue.ts'
import { bengali } from './tongues/bengali.ts'
import { english } from './tongues/english.ts'
import { hindi } from './tongues/hindi.ts'
import { hinglish } from './tongues/hinglish.ts'

const tongues = { en: english, hi: hindi }

/** From the most particular to the most general: what one has read, the next finds in words. */
const rules = [sayAddresses, sayAbbreviations, saySymbols, sayMoney, sayDates, sayTimes, sayNumberNames, sayAcronyms, sayQuantities]

/**
 * Text as it is said aloud in a language: money, dates, times, telephone numbers, codes, addresses, units and abbreviations in words; Markdown and
 * pictures gone. Sentences keep their ends. Words in Latin letters stay so in Hindi and Bengali: espeak-ng says them in English.
 */
export function spokenText(text: string, language: SpeechLanguage): string {
  const plain = plainText(text)
  if (language === 'hinglish')
    return hinglishSpelling(
      said(
        hindiCounts(plain, (it) => said(it, hindi)),
        hinglish,
      ),
    )
  return language === 'bn' ? bengaliSpelling(said(plain, bengali)) : said(plain, tongues[language])
}

function said(plain: string, tongue: Tongue): string {
  return dropSigns(rules.reduce((it, rule) => rule(it, tongue), plain))
}
