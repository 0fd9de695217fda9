import type { Tongue } from './tongue.ts'

/** Digits one by one, with a pause between groups: `98765 43210` in two groups of five, `4523` in one. */
export function spokenDigits(digits: string, tongue: Tongue): string {
  return digits
    .split(/\D+/)
    .flatMap(groupsOf)
    .map((group) =>
      group
        .split('')
        .map((digit) => tongue.digits[Number(digit)])
        .join(' '),
    )
    .join(', ')
}

/** Groups a listener can hold: as written if short, else as people write such numbers. */
function groupsOf(run: string): string[] {
  if (run === '') return []
  if (run.length <= 5) return [run]
  if (run.length === 10 && /^[6-9]/.test(run)) return [run.slice(0, 5), run.slice(5)]
  if (/^91[6-9]\d{9}$/.test(run)) return [run.slice(0, 2), run.slice(2, 7), run.slice(7)]
  if (run.length === 10) return [run.slice(0, 3), run.slice(3, 6), run.slice(6)]
  const size = run.length % 4 === 0 ? 4 : 3
  const groups = run.match(new RegExp(`.{1,${size}}`, 'g'))!
  // A last digit alone is said with the group before it.
  return groups.at(-1)!.length > 1 ? groups : [...groups.slice(0, -2), groups.slice(-2).join('')]
}
