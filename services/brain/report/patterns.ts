/** Fills a pattern: `[… {slot} …]` is said when the slot is filled, `{slot}` outside of brackets always. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  const place = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return place(
    pattern.replace(/\[([^\]{]*)\{(\w+)\}([^\]]*)\]/g, (_, before: string, name: string, after: string) => {
      const value = values[name]?.trim()
      // A value is no pattern: its own braces stay out of what is filled next.
      return value ? `${before}${value.replace(/[{}]/g, ' ')}${after}` : ''
    }),
  )
    .replace(/\s+/g, ' ')
    .trim()
}

/** A text of at most so many letters, cut at a word. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  // Half of a letter is none.
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
