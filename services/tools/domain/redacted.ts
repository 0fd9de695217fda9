/** Text without payment card numbers: 13 to 19 digits, spaces or hyphens between them, that pass the check of ISO/IEC 7812-1 (Luhn). */
export function redacted(text: string): string {
  return text.replace(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, (found) => (passesLuhn(found.replace(/\D/g, '')) ? '[card number]' : found))
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}
