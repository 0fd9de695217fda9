import { spokenNumber } from './spoken-number.ts'
import type { CurrencyCode, Tongue } from './tongue.ts'

const codes: Record<string, CurrencyCode> = {
  '₹': 'INR',
  rs: 'INR',
  inr: 'INR',
  रु: 'INR',
  रू: 'INR',
  '৳': 'BDT',
  tk: 'BDT',
  bdt: 'BDT',
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
}
const sign = String.raw`₹|(?<!\p{L})(?:Rs|RS|rs|INR|रु|रू|Tk|TK|BDT|US\$|USD|EUR|GBP)\.?|৳|\$|€|£`
const amount = String.raw`\d+(?:,\d+)*(?:\.\d+)?`
const scale = String.raw`thousand|k|K|lakhs?|lacs?|L|crores?|cr|Cr|million|mn|M|billion|bn|B|हज़ार|हजार|लाख|करोड़|হাজার|লাখ|লক্ষ|কোটি`
const scaled = String.raw`(?:\s*(${scale})(?![\p{L}\p{M}]))?`
const before = new RegExp(String.raw`(${sign})\s*(${amount})(?:\s*[-–—]\s*(?:${sign})?\s*(${amount}))?${scaled}(?:\s*\/-)?`, 'gu')
const after = new RegExp(String.raw`(?<![\p{L}\d.,])(${amount})${scaled}\s*(₹|৳|€|£|INR|USD|BDT|EUR|GBP|\/-)(?![\p{L}\d])`, 'gu')

/** Amounts of money: `₹1,250.50` as "one thousand two hundred and fifty rupees and fifty paise". */
export function sayMoney(text: string, tongue: Tongue): string {
  return text
    .replace(before, (_, symbol: string, first: string, last?: string, size?: string) => {
      const code = codeOf(symbol)
      // A range names its currency once, after its end.
      const start = last === undefined ? '' : `${plainAmount(first, size, code, tongue)} ${tongue.to} `
      return ` ${start}${spokenAmount(last ?? first, size, code, tongue)}`
    })
    .replace(
      after,
      (_, number: string, size: string | undefined, symbol: string) => ` ${spokenAmount(number, size, symbol === '/-' ? 'INR' : codeOf(symbol), tongue)}`,
    )
}

function codeOf(symbol: string): CurrencyCode {
  return codes[symbol.toLowerCase().replace(/\.$/, '')] ?? 'INR'
}

function spokenAmount(number: string, size: string | undefined, code: CurrencyCode, tongue: Tongue): string {
  const words = tongue.currencies[code]
  const [whole = '0', fraction = ''] = number.replaceAll(',', '').split('.')
  if (size !== undefined || (fraction !== '' && fraction.length !== 2)) return `${plainAmount(number, size, code, tongue)} ${words.many}`
  const hundredths = Number(fraction)
  const large = `${spokenNumber(whole, tongue, isIndian(code))} ${Number(whole) === 1 ? words.one : words.many}`
  if (hundredths === 0) return large
  const small = `${tongue.cardinal(hundredths, false)} ${hundredths === 1 ? words.smallOne : words.smallMany}`
  return Number(whole) === 0 ? small : `${large} ${tongue.and} ${small}`
}

function plainAmount(number: string, size: string | undefined, code: CurrencyCode, tongue: Tongue): string {
  const said = spokenNumber(number, tongue, isIndian(code))
  return size === undefined ? said : `${said} ${scaleWord(size, tongue)}`
}

function isIndian(code: CurrencyCode): boolean {
  return code === 'INR' || code === 'BDT'
}

function scaleWord(size: string, tongue: Tongue): string {
  if (/^(thousand|k|हज़ार|हजार|হাজার)$/i.test(size)) return tongue.scales.thousand
  if (/^(la|L$|लाख|লাখ|লক্ষ)/.test(size)) return tongue.scales.lakh
  if (/^(cr|करोड़|কোটি)/i.test(size)) return tongue.scales.crore
  return /^(b)/i.test(size) ? tongue.scales.billion : tongue.scales.million
}
