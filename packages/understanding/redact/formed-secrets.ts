import { cardShaped, iban, luhn, verhoeff } from '#redact/checksums.ts'
import { cueNear, isAccount, type Reading } from '#redact/cued-secrets.ts'
import type { Secret } from '#redact/secret.ts'
import { openNumbers } from '#redact/secret-words.ts'
import type { DigitRun } from '#number/digit-runs.ts'

const joinedDigits = (run: DigitRun) => run.pieces.map((it) => it.digits).join('')

/** Whether words right before the run say that it numbers something else. */
const numbersOther = ({ words }: Reading, run: DigitRun): boolean => words.slice(Math.max(0, run.from - 3), run.from).some((it) => openNumbers.has(it.form))

function cardsOf(reading: Reading, run: DigitRun): Secret[] {
  const secrets: Secret[] = []
  const card = cueNear(reading, run, 'card')
  if (run.plus || (!card && (numbersOther(reading, run) || isAccount(reading, run)))) return secrets
  const { pieces } = run
  for (let from = 0; from < pieces.length; from++) {
    let digits = ''
    let best = -1
    for (let to = from; to < pieces.length && digits.length < 19; to++) {
      digits += pieces[to]?.digits ?? ''
      if (digits.length >= 13 && digits.length <= 19 && cardShaped(digits) && luhn(digits)) best = to
    }
    if (best === -1) continue
    secrets.push({ kind: 'card', start: pieces[from]?.start ?? 0, end: pieces[best]?.end ?? 0 })
    from = best
  }
  return secrets
}

function aadhaarOf(reading: Reading, run: DigitRun): Secret | null {
  const digits = joinedDigits(run)
  if (digits.length !== 12 || run.plus || !/^[2-9]/.test(digits) || !verhoeff(digits)) return null
  const cued = cueNear(reading, run, 'aadhaar')
  const grouped = run.pieces.length === 3 && run.pieces.every((it) => it.digits.length === 4)
  if (!cued && (numbersOther(reading, run) || (/^91[6-9]/.test(digits) && !grouped))) return null
  return { kind: 'aadhaar', start: run.pieces[0]?.start ?? 0, end: run.pieces.at(-1)?.end ?? 0 }
}

/** Secrets that their form gives away: by checksum, or by letters and digits in an order nothing else has. */
export function formedSecrets(reading: Reading): Secret[] {
  const { text, runs } = reading
  const secrets: Secret[] = []
  for (const run of runs) {
    secrets.push(...cardsOf(reading, run))
    const aadhaar = aadhaarOf(reading, run)
    if (aadhaar !== null) secrets.push(aadhaar)
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[a-z]{3}[abcfghjlpte][a-z]\d{4}[a-z](?![\p{L}\p{N}])/giu))
    secrets.push({ kind: 'pan', start: match.index, end: match.index + match[0].length })
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\p{L}\p{N}-])/gu))
    secrets.push({ kind: 'ssn', start: match.index, end: match.index + match[0].length })
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![\p{L}\p{N}])/gu))
    secrets.push({ kind: 'national_id', start: match.index, end: match.index + match[0].length })
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?(?![\p{L}\p{N}])/giu)) {
    const whole = ibanWithin(match[0])
    if (whole > 0) secrets.push({ kind: 'iban', start: match.index, end: match.index + whole })
  }
  return secrets
}

/** How much of the text, from its beginning to the end of a group, is an IBAN; 0 when nothing is. */
function ibanWithin(text: string): number {
  for (let end = text.length; end >= 15; end--) {
    const next = text[end]
    if ((next === undefined || next === ' ') && iban(text.slice(0, end).replace(/ /g, '').toUpperCase())) return end
  }
  return 0
}
