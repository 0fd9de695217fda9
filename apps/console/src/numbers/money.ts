import { number } from '#words/figures.ts'

/** An amount of a currency in its hundredths, as people write it: 115 USD → $1.15. */
export function money(cents: number, currency: string): string {
  return number(cents / 100, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
}
