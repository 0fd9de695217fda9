import type { Evidence } from '#answer/evidence.ts'

/** One part of a row: `Price: ₹300` has a header, `₹300` has none. */
export type Cell = { header: string | null; value: string }

/** The cells of a row such as `Service: Haircut; Price: ₹300`. */
export function cellsOf(text: string): Cell[] {
  return text
    .split(/;\s+|\n/)
    .map((part) => {
      const match = part.match(/^([^:;]{1,60}):\s+(.+)$/s)
      return match ? { header: match[1]?.trim() ?? null, value: match[2]?.trim() ?? '' } : { header: null, value: part.trim() }
    })
    .filter((cell) => cell.value !== '')
}

/** What a list says after its name: `Brands: A; B / C` gives A, B and C; empty when it is no list. */
export function listedIn(piece: Pick<Evidence, 'text' | 'subject' | 'kind'>): string[] {
  if (piece.kind === 'fact' || /[.!?।]$/.test(piece.text)) return []
  let text = piece.text
  const head = text.match(/^([^:]{2,60}):\s+/)
  if (head) text = text.slice(head[0].length)
  if (/^["'“]/.test(text)) return []
  const splitter = /[;•|\n]/.test(text) ? /\s*[;•|\n]\s*/ : /\s\/\s/.test(text) ? /\s+\/\s+/ : /,\s+(?:and\s+)?|\s+and\s+/
  const parts = text
    .split(splitter)
    .map((part) =>
      part
        .replace(/^and\s+/i, '')
        .replace(/[.;,\s]+$/, '')
        .trim(),
    )
    .filter(Boolean)
  if (parts.length < 3 && splitter.source.startsWith(',') && !/\sand\s/.test(text)) return []
  return parts.length >= 2 && parts.every((part) => part.length <= 70 && !/[.!?।]\s/.test(part)) ? [...new Set(parts)] : []
}

/** A row's subject without what is known: the last step of its title unless that only repeats the text. */
export function subjectOf(piece: Evidence): string {
  const subject = piece.subject.replace(/[:\s]+$/, '')
  return subject.length <= 80 ? subject : ''
}
