import type { Block } from '../block.ts'
import type { Placed } from '../outline.ts'
import { fullPath } from '../passages.ts'
import type { Subject } from '../subject.ts'

/** One line of a block as facts are read from it. `plain` has the same length with digits of every script as 0–9. */
export type Line = {
  text: string
  plain: string
  /** Where it starts in the readable text of the page. */
  start: number
  place: Placed
  block: Block
  /** What it stands under: headings and the title of its card or row. */
  path: string[]
  /** How many steps of the path are not its own but what the whole page is about. */
  general: number
  /** Index among all lines. */
  index: number
}

const zeros = [0x966, 0x9e6, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0x660]

/** Digits of Indic and Arabic scripts as 0–9, dashes and quotes of one kind; the length stays. */
export function plainDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  return text.replace(/[०-९০-৯૦-૯௦-௯౦-౯೦-೯൦-൯٠-٩‐-―−’‘：]/g, (mark) => {
    const code = mark.charCodeAt(0)
    for (const zero of zeros) if (code >= zero && code < zero + 10) return String(code - zero)
    if (mark === '：') return ':'
    return mark === '’' || mark === '‘' ? "'" : '-'
  })
}

/** Cuts placed blocks into lines; a block's line breaks are kept, table rows are one line. */
export function linesIn(placed: Placed[], subject: Subject): Line[] {
  const lines: Line[] = []
  for (const place of placed) {
    const { block, card } = place
    if (block.kind === 'menu' || block.kind === 'choice' || (block.idle && !block.links.some((link) => /^(?:mailto|tel):/.test(link.url)))) continue
    const path = fullPath(place, subject)
    const own =
      card && card.title !== '' && !block.text.includes(card.title)
        ? [...path, card.title]
        : block.row && block.row.name !== ''
          ? [...path, ...(block.row.caption ? [block.row.caption] : [])]
          : path
    const general = path.length - place.path.length > 0 && !place.path.includes(path[0] ?? '') ? 1 : 0
    let start = block.start
    for (const text of block.text.split('\n')) {
      for (const [from, to] of piecesOf(text)) {
        const piece = text.slice(from, to)
        if (piece.trim() !== '')
          lines.push({ text: piece, plain: plainDigits(piece), start: start + from, place, block, path: own, general, index: lines.length })
      }
      start += text.length + 1
    }
  }
  return lines
}

/** Characters of a line looked at together; longer ones are cut at a space. */
const longestLine = 4_000

function piecesOf(text: string): [number, number][] {
  if (text.length <= longestLine) return [[0, text.length]]
  const pieces: [number, number][] = []
  for (let from = 0; from < text.length; ) {
    const space = text.lastIndexOf(' ', from + longestLine)
    const to = from + longestLine >= text.length ? text.length : space > from + longestLine / 2 ? space : from + longestLine
    pieces.push([from, to])
    from = to
  }
  return pieces
}

/** The sentence of a line around a place, as a range within the line, at most 400 characters. */
export function sentenceAround(text: string, from: number, to: number): [number, number] {
  let start = 0
  let end = text.length
  for (let at = Math.min(from, text.length) - 2; at >= 0; at--) {
    if (/[.!?।]/.test(text[at] ?? '') && /\s/.test(text[at + 1] ?? '') && !isAbbreviation(text, at)) {
      start = at + 2
      break
    }
    if (from - at > 280) {
      start = text.indexOf(' ', at) + 1
      break
    }
  }
  for (let at = to; at < text.length; at++) {
    if (/[.!?।]/.test(text[at] ?? '') && (at + 1 >= text.length || /\s/.test(text[at + 1] ?? '')) && !isAbbreviation(text, at)) {
      end = at + 1
      break
    }
    if (at - to > 280) {
      const space = text.indexOf(' ', at)
      end = space < 0 || space - at > 60 ? at : space
      break
    }
  }
  return [start, end]
}

/** Whether a full stop ends an abbreviation ("Rs.", "No.", "Dr.", "a.m.") rather than a sentence. */
export function isAbbreviation(text: string, at: number): boolean {
  return (
    text[at] === '.' &&
    /(?:^|[\s(.])(?:rs|no|nos|dr|mr|mrs|ms|st|rd|ave|blvd|opp|nr|tel|ph|mob|ext|fl|ste|apt|ltd|pvt|inc|co|a\.m|p\.m|sq|ft|approx|vs|est|estd|prof|[a-z])$/i.test(
      text.slice(Math.max(0, at - 8), at),
    )
  )
}

/** Parts of a line between bars, bullets and wide gaps, as ranges within it. */
export function partsOf(text: string): [number, number][] {
  const parts: [number, number][] = []
  let from = 0
  for (const bar of text.matchAll(/\s+[|•·‖¦▪●◆]\s*|\s*[|•‖]\s*|\s[–—~]\s(?=\p{Lu}|\+?\d)/gu)) {
    if (bar.index > from) parts.push([from, bar.index])
    from = bar.index + bar[0].length
  }
  if (from < text.length) parts.push([from, text.length])
  return parts
}

const routine =
  /^(?:contacts?(?: us| details| info| information)?|get in touch|reach us|need help\??|follow us|quick links|find us|write to us|talk to us|call us|address|phone|email|संपर्क(?: करें)?|যোগাযোগ(?: করুন)?|get in touch with us|let's talk|contact form|have questions\??)$/i

/** Headings that tell one contact from another ("Showroom 2", "Sales"), without "Contact us" and the like. */
export function tellingPath(line: Line): string[] {
  return line.path
    .slice(line.general)
    .filter((step) => !routine.test(step) && step.length <= 90)
    .slice(-2)
}
