import { number } from '#words/figures.ts'

/** US dollars with two decimals, or as many as a small sum needs to be seen. */
export function dollars(amount: number): string {
  const digits = amount > 0 && amount < 0.01 ? 5 : 2
  return number(amount, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: 2, maximumFractionDigits: digits })
}
