/** `order_number` as `Order number`, for names nobody has written words for. */
export function humanName(name: string): string {
  const words = name.replace(/_+/g, ' ').trim()
  return words ? words[0]!.toUpperCase() + words.slice(1) : name
}

/** A value a caller gave, as a line: what a person would write down, never JSON where it can be helped. */
export function humanValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(humanValue).filter(Boolean).join(', ')
  const { text, shown, from } = value as { text?: unknown; shown?: unknown; from?: unknown }
  const said = shown ?? text ?? from
  return typeof said === 'string' ? said : JSON.stringify(value)
}
