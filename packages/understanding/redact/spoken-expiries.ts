import { matchForm } from '@myna/language'
import type { CutWord } from '#number/cut-words.ts'
import { readNumber } from '#number/number-words.ts'
import type { Secret } from '#redact/secret.ts'
import { expiryCues } from '#redact/secret-words.ts'

const set = (text: string) => new Set(text.trim().split(/\s+/).map(matchForm))
const fillers = set(
  `date is of the on and till until thru up to by in month year my its it s hai ka ki ke tak tareekh tarikh है का की के तक तारीख डेट और में হলো হল হচ্ছে র এর তারিখ ডেট পর্যন্ত আর slash oblique स्लैश স্ল্যাশ`,
)
const months = set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর`,
)
const isYear = (value: number) => (value >= 24 && value <= 49) || (value >= 2024 && value <= 2049)

/** The last month and year of a card said in words, in two numbers or in four digits behind a word such as "expiry"; the caller knows that a card is spoken of. */
export function spokenExpiries(words: readonly CutWord[]): Secret[] {
  const forms = words.map((it) => it.form)
  const secrets: Secret[] = []
  for (let cue = 0; cue < forms.length; cue++) {
    if (!expiryCues.has(forms[cue] ?? '')) continue
    let from = cue + 1
    while (from < cue + 6 && fillers.has(forms[from] ?? '')) from++
    const to = expiryEnd(forms, from)
    if (to === null) continue
    secrets.push({ kind: 'expiry', start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 })
    cue = to - 1
  }
  return secrets
}

/** Where a month and a year that begin at this word end, or null. */
function expiryEnd(forms: readonly string[], at: number): number | null {
  const first = forms[at] ?? ''
  if (/^(?:0[1-9]|1[0-2])[2-4]\d$/.test(first)) return at + 1
  const zero = /^(?:zero|oh|शून्य|जीरो|শূন্য|জিরো|shunya)$/.test(first) ? 1 : 0
  const month = months.has(first) ? { value: 1, length: 1 } : readNumber(forms.slice(0, at + zero + 1), at + zero, 'hinglish')
  if (month === null || month.value < 1 || month.value > 12 || !Number.isInteger(month.value)) return null
  let year = at + zero + month.length
  while (year < at + zero + month.length + 2 && fillers.has(forms[year] ?? '')) year++
  const read = readNumber(forms, year, 'hinglish')
  return read !== null && isYear(read.value) ? year + read.length : null
}
