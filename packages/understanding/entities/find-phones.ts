import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Entity } from '#entity.ts'
import { isFree, type Utterance } from '#entities/utterance.ts'
import { type DigitPiece, digitRuns } from '#number/digit-runs.ts'

const cues = new Set(
  `phone mobile cell telephone call dial ring number no whatsapp contact reach landline fon nambar फोन मोबाइल नंबर नम्बर कॉल संपर्क व्हाट्सएप ফোন মোবাইল নম্বর নাম্বার কল হোয়াটসঅ্যাপ`
    .split(/\s+/)
    .map((it) =>
      it
        .normalize('NFD')
        .replace(/[\u093c\u09bc]/g, '')
        .normalize('NFC'),
    ),
)
const others = new Set(
  'order invoice ticket reference ref account aadhaar aadhar card otp pin booking tracking serial policy id pan ऑर्डर आधार खाता इनवॉइस অর্ডার আধার রেফারেন্স'.split(
    ' ',
  ),
)

const countryOf = (code: string): CountryCode | undefined => {
  const upper = code.toUpperCase()
  return isSupportedCountry(upper) ? upper : undefined
}

function parse(digits: string, plus: boolean, country: CountryCode | undefined) {
  const forms = plus ? [`+${digits}`] : digits.startsWith('00') ? [`+${digits.slice(2)}`] : [digits, ...(digits.length > 10 ? [`+${digits}`] : [])]
  for (const form of forms) {
    const parsed = form.startsWith('+') ? parsePhoneNumberFromString(form) : country === undefined ? undefined : parsePhoneNumberFromString(form, country)
    if (parsed?.isValid() === true) return parsed
  }
  return undefined
}

const dateLike = /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\s*$/

/** Telephone numbers, written or spoken digit by digit, in the country of the situation unless they name their own. */
export function findPhones(utterance: Utterance): Entity[] {
  const { text, words, forms, situation } = utterance
  const found: Entity[] = []
  const country = countryOf(situation.country)
  for (const run of digitRuns(text, words, situation.language, 7)) {
    const near = [...forms.slice(Math.max(0, run.from - 5), run.from), ...forms.slice(run.to, run.to + 3)]
    const other = forms.slice(Math.max(0, run.from - 4), run.from).some((it) => others.has(it))
    const cue = near.some((it) => cues.has(it)) && !other
    const make = (pieces: DigitPiece[], plus: boolean): Entity | null => {
      const digits = pieces.map((it) => it.digits).join('')
      const start = pieces[0]?.start ?? 0
      const end = pieces.at(-1)?.end ?? 0
      if (digits.length < 7 || digits.length > 17 || !isFree(utterance, start, end) || dateLike.test(text.slice(start, end))) return null
      const parsed = other && !plus ? undefined : parse(digits, plus, country)
      const from = plus ? Math.max(text.lastIndexOf('+', start), plusWord(start), 0) : start
      const opened = text[from - 1] === '(' && text.slice(from, end).includes(')') ? from - 1 : from
      const span = { type: 'phone' as const, text: text.slice(opened, end), start: opened, end }
      if (parsed !== undefined)
        return { ...span, value: { e164: parsed.number, digits: plus ? `+${digits}`.slice(1) : digits, country: parsed.country ?? null } }
      return (cue || (pieces.length > 6 && digits.length === 10 && !other)) && digits.length <= 15
        ? { ...span, value: { e164: null, digits, country: null } }
        : null
    }
    const plusWord = (start: number) => (/\+/.test(text.slice(Math.max(0, start - 4), start)) ? 0 : (words[run.from - 1]?.start ?? 0))
    const whole = make(run.pieces, run.plus)
    if (whole !== null && whole.type === 'phone' && whole.value.e164 !== null) {
      found.push(whole)
      continue
    }
    const part = bestPart(run.pieces, (pieces, first) => make(pieces, run.plus && first))
    const best = part ?? whole
    if (best !== null) found.push(best)
  }
  return found
}

/** The longest neighbouring pieces that are a valid number, when the whole run is none: `9876543210 2 times`. */
function bestPart(pieces: DigitPiece[], make: (pieces: DigitPiece[], first: boolean) => Entity | null): Entity | null {
  const limited = pieces.slice(0, 24)
  for (let length = Math.min(limited.length - 1, 16); length > 0; length--)
    for (let from = 0; from + length <= limited.length; from++) {
      const made = make(limited.slice(from, from + length), from === 0)
      if (made?.type === 'phone' && made.value.e164 !== null) return made
    }
  return null
}
