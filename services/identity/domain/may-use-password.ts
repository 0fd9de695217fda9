import { commonPasswords } from '#domain/common-passwords.ts'

const leastLength = 10

/**
 * Why a password is refused, in one sentence, or undefined when it is fine. It follows NIST SP 800-63B 5.1.1.2: length
 * and a list of what is guessed first, no rules about kinds of characters.
 */
export function passwordProblem(password: string, about: { email?: string; name?: string }): string | undefined {
  if (Array.from(password).length < leastLength) return `At least ${leastLength} characters.`
  const plain = bare(password)
  if (new Set(password.toLowerCase()).size < 4) return 'It repeats too few characters.'
  if (commonPasswords.has(plain) || commonPasswords.has(withoutTail(plain))) return 'It is among the passwords that are guessed first.'
  if (isRun(password.toLowerCase())) return 'It is a row of neighbouring characters.'
  const own = [about.email, about.email?.split('@')[0], about.name].filter((it) => it !== undefined).map(bare)
  if (own.some((it) => it.length >= 4 && (plain === it || withoutTail(plain) === it))) return 'It is your own name or address.'
  return undefined
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s._@!-]/g, '')
}

function withoutTail(text: string): string {
  return text.replace(/[\d!?.#$*]+$/, '')
}

function isRun(text: string): boolean {
  const codes = Array.from(text, (it) => it.codePointAt(0)!)
  const steps = codes.slice(1).map((it, at) => it - codes[at]!)
  return steps.every((it) => it === 1) || steps.every((it) => it === -1)
}
