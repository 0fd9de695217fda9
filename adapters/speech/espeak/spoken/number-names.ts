import { spokenDigits } from './digit-groups.ts'
import type { Tongue } from './tongue.ts'

const phones = [
  // With a country code.
  /\+\d{1,3}(?:[\s-]?\(?\d{2,5}\)?){2,4}(?!\d)/g,
  // Toll-free and service numbers.
  /(?<![\d.,])1[89]00(?:[\s-]\d{2,4}){2,3}(?!\d)/g,
  // An area code with its zero.
  /(?<![\d.,])\(?0\d{2,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)/g,
  // Ten digits in groups.
  /(?<![\d.,])[6-9]\d{4}[\s-]\d{5}(?!\d)/g,
  /(?<![\d.,])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/g,
  // Nine digits and more that nobody has parted with commas are no amount.
  /(?<![\d.,])\d{9,}(?![\d,]|\.\d)/g,
]

const cue = String.raw`otp|pin(?:\s?code)?|code|passcode|password|pnr|cvv|zip|id|ref(?:erence)?|account|a\/c|token|ticket|ओटीपी|पिन|कोड|পিন|কোড|ওটিপি`
const cued = new RegExp(String.raw`((?<![\p{L}\p{M}])(?:${cue})(?![\p{L}\p{M}])[^\d\n.?!।]{0,20}?[^\d\n.,])(\d{3,12})(?![\d,]|\.\d)`, 'giu')
const cuedAfter = new RegExp(String.raw`(?<![\d.,])(\d{4,8})(?=[^\d\n.?!।,]{1,20}(?<![\p{L}\p{M}])(?:otp|pin|passcode|ओटीपी|ওটিপি)(?![\p{L}\p{M}]))`, 'giu')

/** Numbers that are names and not amounts: telephone numbers, one-time codes, PIN codes, references. Said digit by digit. */
export function sayNumberNames(text: string, tongue: Tongue): string {
  let out = text
  for (const phone of phones) {
    out = out.replace(phone, (whole) => {
      if (whole.replace(/\D/g, '').length < 7) return whole
      return ` ${whole.startsWith('+') ? `${tongue.plus} ` : ''}${spokenDigits(whole, tongue)}`
    })
  }
  return (
    out
      // The PIN code after a city.
      .replace(/(?<=\p{L}\s*[-–]\s*)\d{6}(?!\d)/gu, (digits) => spokenDigits(digits, tongue))
      .replace(
        /(?<![\p{L}\d-])([A-Z]{1,3})-?(\d{3,})(?![\p{L}\d])/gu,
        (_, letters: string, digits: string) => `${letters.split('').join('-')} ${spokenDigits(digits, tongue)}`,
      )
      .replace(cued, (_, lead: string, digits: string) => `${lead} ${spokenDigits(digits, tongue)}`)
      .replace(cuedAfter, (digits: string) => spokenDigits(digits, tongue))
  )
}
