/** How a language of India or Bangladesh counts. */
export type IndianNumbers = {
  /** Names of 0 to 99: none of them can be derived. */
  names: readonly string[]
  /** The word for so many hundreds, 1 to 9. */
  hundreds(n: number): string
  thousand: string
  lakh: string
  crore: string
}

/** A whole number in words, by hundred, thousand, lakh (10⁵) and crore (10⁷). */
export function indianCardinal(n: number, words: IndianNumbers): string {
  if (n < 100) return words.names[n]!
  const steps: [size: number, name: (count: number) => string][] = [
    [1e7, (count) => `${indianCardinal(count, words)} ${words.crore}`],
    [1e5, (count) => `${indianCardinal(count, words)} ${words.lakh}`],
    [1e3, (count) => `${indianCardinal(count, words)} ${words.thousand}`],
    [100, (count) => words.hundreds(count)],
  ]
  const [size, name] = steps.find(([least]) => n >= least)!
  const rest = n % size
  const head = name(Math.floor(n / size))
  return rest === 0 ? head : `${head} ${indianCardinal(rest, words)}`
}
