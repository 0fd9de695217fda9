import { spokenDigits } from './digit-groups.ts'
import type { Tongue } from './tongue.ts'

/** A number as written, `1,25,000.5` or `007`: digits after a point one by one, and all of it so when it starts with a zero or is too long to count. */
export function spokenNumber(written: string, tongue: Tongue, indian = /^\d{1,2}(,\d{2})+,\d{3}/.test(written)): string {
  const [whole = '', fraction] = written.replaceAll(',', '').split('.')
  const said = whole.length > 15 || /^0\d/.test(whole) ? spokenDigits(whole, tongue) : tongue.cardinal(Number(whole || '0'), indian)
  return fraction === undefined || fraction === ''
    ? said
    : `${said} ${tongue.point} ${fraction
        .split('')
        .map((digit) => tongue.digits[Number(digit)])
        .join(' ')}`
}
