import type { CallPolicy, KeyAction } from '@myna/contracts/call-policy'

/** A pause this long ends a number that is typed. */
const pauseMs = 2_500
const mostDigits = 32

/**
 * Reads the caller's keypad: a key of the menu acts at once; other digits gather to a number, ended by `#` or a pause, which is handed on spaced as it would
 * be read out.
 */
export function createKeypad(it: { policy(): CallPolicy; act(action: KeyAction): void; number(digits: string): void }) {
  let digits = ''
  let timer: NodeJS.Timeout | undefined
  const finish = () => {
    clearTimeout(timer)
    if (digits) it.number(digits)
    digits = ''
  }
  return {
    press(key: string): void {
      clearTimeout(timer)
      const entry = digits === '' ? it.policy().keys.find((entry) => entry.key === key) : undefined
      if (entry) return it.act(entry.action)
      if (key === '#' || digits.length >= mostDigits) return finish()
      if (/^[0-9]$/.test(key)) digits += key
      timer = setTimeout(finish, pauseMs)
    },
    close: () => clearTimeout(timer),
  }
}
