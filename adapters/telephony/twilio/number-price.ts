import type { NumberKind } from '@myna/ports/carrier'

/** Twilio's words for kinds of numbers in its list of prices: https://www.twilio.com/docs/phone-numbers/pricing */
const kinds = new Map<NumberKind, string>([
  ['local', 'local'],
  ['mobile', 'mobile'],
  ['toll-free', 'toll free'],
])

export type NumberPrice = { monthlyPriceCents: number | null; currency: string | null }
/** What is told when there is no price to be had. */
export const unknownPrice: NumberPrice = { monthlyPriceCents: null, currency: null }

/** What a number of this kind costs a month in a country's list of prices: `current_price` is text such as `1.15` in `price_unit`. */
export function priceIn(list: { phoneNumberPrices: unknown; priceUnit: unknown }, kind: NumberKind): NumberPrice {
  const prices = Array.isArray(list.phoneNumberPrices) ? (list.phoneNumberPrices as Record<string, unknown>[]) : []
  const price = prices.find((it) => String(it?.numberType ?? it?.number_type).toLowerCase() === kinds.get(kind))
  const amount = Number(price?.currentPrice ?? price?.current_price ?? NaN)
  const { priceUnit: currency } = list
  if (!(amount >= 0 && amount < 100_000) || typeof currency !== 'string' || !/^[A-Za-z]{3}$/.test(currency)) return unknownPrice
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return { monthlyPriceCents: Math.round(amount * 10 ** digits), currency: currency.toUpperCase() }
}
