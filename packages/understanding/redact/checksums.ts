/** Whether digits satisfy Luhn's formula (ISO/IEC 7812-1, annex B). */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

const product = (a: number, b: number): number => {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5
}
const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

/** Whether digits satisfy Verhoeff's scheme, over the symmetries of a pentagon; what Aadhaar numbers are checked by. */
export function verhoeff(digits: string): boolean {
  let check = 0
  for (let at = 0; at < digits.length; at++) {
    let digit = Number(digits[digits.length - 1 - at])
    for (let turn = 0; turn < at % 8; turn++) digit = step[digit] ?? 0
    check = product(check, digit)
  }
  return digits.length > 0 && check === 0
}

/** Whether letters and digits without spaces are an IBAN by ISO 13616: its first four put last, letters as 10 to 35, modulo 97 is 1. */
export function iban(account: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)) return false
  let rest = 0
  for (const letter of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Whether digits are of a length and beginning that card networks issue (ISO/IEC 7812). */
export const cardShaped = (digits: string): boolean =>
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|(?:6011|64[4-9]\d|65\d\d)\d{12}|(?:60|65|81|82)\d{14}|508\d{13}|62\d{14,17}|(?:50|5[6-9]|6\d)\d{11,17})$/.test(
    digits,
  )
