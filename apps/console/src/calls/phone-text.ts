/** A telephone number as somebody typed it, in the international form (E.164); undefined when it is none. Two zeros may stand for the plus. */
export function phoneNumberOf(typed: string): string | undefined {
  const plain = typed.replace(/[\s().\-/\u00A0]/g, '').replace(/^00/, '+')
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain : undefined
}
