/** A sum as somebody typed it: null for nothing, undefined for what is no number from 0 up to `most`. A comma may stand for the point. */
export function amount(typed: string, most: number): number | null | undefined {
  const text = typed.trim().replace(/^(\d+),(\d{1,6})$/, '$1.$2')
  if (text === '') return null
  if (!/^\d{0,9}(\.\d{0,9})?$/.test(text) || !/\d/.test(text)) return undefined
  const value = Number(text)
  return value <= most ? value : undefined
}
