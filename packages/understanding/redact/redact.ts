import { cutWords } from '#number/cut-words.ts'
import { digitRuns } from '#number/digit-runs.ts'
import { cuedSecrets, type Reading } from '#redact/cued-secrets.ts'
import { formedSecrets } from '#redact/formed-secrets.ts'
import type { Secret, SecretKind } from '#redact/secret.ts'

const marks: Readonly<Record<SecretKind, string>> = {
  card: '[card number]',
  cvv: '[card code]',
  expiry: '[card expiry]',
  aadhaar: '[Aadhaar number]',
  pan: '[PAN]',
  ssn: '[social security number]',
  passport: '[passport number]',
  iban: '[IBAN]',
  bank_account: '[account number]',
  upi_pin: '[PIN]',
  otp: '[one-time code]',
  password: '[password]',
  national_id: '[identity number]',
}
const markPattern = new RegExp(
  Object.values(marks)
    .map((it) => it.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
)

/** Secrets of a text in which earlier ones are marks already; the marks say nothing about their neighbours. */
function secretsOf(text: string, awaiting: 'otp' | 'card' | 'id' | undefined): Secret[] {
  const masked = text.replace(markPattern, (mark) => '\ue000'.repeat(mark.length))
  const words = cutWords(masked)
  const reading: Reading = { text: masked, words, runs: digitRuns(masked, words, 'hinglish', 3), awaiting }
  const kept: Secret[] = []
  for (const secret of [...formedSecrets(reading), ...cuedSecrets(reading)].sort((a, b) => a.start - b.start || b.end - a.end))
    if (secret.start >= (kept.at(-1)?.end ?? 0) && secret.end > secret.start) kept.push(secret)
  return kept
}

/**
 * The text with card numbers, national ids, accounts, one-time codes and passwords replaced by marks such as `[card number]`, and where they stood. Numbers that form
 * gives away (checksums) are found anywhere, others by the words beside them, in four languages, written or spoken; `awaiting` says what was just asked for, so that
 * bare digits are taken for it. Telephone numbers, e-mails, orders, prices and dates stay. Redacting twice changes nothing more.
 */
export function redact(text: string, options: { awaiting?: 'otp' | 'card' | 'id' } = {}): { text: string; found: Secret[] } {
  let current = text
  let found: (Secret & { at: number })[] = []
  for (let pass = 0; pass < 6; pass++) {
    const secrets = secretsOf(current, options.awaiting)
    if (secrets.length === 0) break
    const original = originalOffsets(found)
    const fresh = secrets.map(({ kind, start, end }) => ({ kind, start: original(start), end: original(end), at: 0 }))
    found = [...found, ...fresh].sort((a, b) => a.start - b.start)
    let written = ''
    let last = 0
    for (const secret of found) {
      written += text.slice(last, secret.start)
      secret.at = written.length
      written += marks[secret.kind]
      last = secret.end
    }
    current = written + text.slice(last)
  }
  return { text: current, found: found.map(({ kind, start, end }) => ({ kind, start, end })) }
}

/** Where an offset into the text with marks lies in the text as given; asked in rising order. */
function originalOffsets(found: readonly (Secret & { at: number })[]): (offset: number) => number {
  let next = 0
  let shift = 0
  return (offset) => {
    for (let secret = found[next]; secret !== undefined && secret.at + marks[secret.kind].length <= offset; secret = found[next]) {
      shift += secret.end - secret.start - marks[secret.kind].length
      next++
    }
    return offset + shift
  }
}
