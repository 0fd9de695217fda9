import type { Finding } from '../finding.ts'
import { type Line, partsOf, sentenceAround, tellingPath } from './line.ts'

const local = /[\p{L}\p{N}._%+-]/u
const domain = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,188}[\p{L}\p{N}])?\.[\p{L}]{2,24}/u
const bracketed =
  /\b([\w.+-]{1,50})\s?[[({<]\s?(?:at|@)\s?[\])}>]\s?([\w-]{1,60}(?:(?:\s?[[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\s?\.\s?|\s+dot\s+)[\w-]{1,40}){1,3})/gi
const spoken = /\b([\w.+-]{2,50})\s+at\s+([\w-]{2,60}(?:\s+dot\s+[\w-]{2,40}){1,3})\b/gi

/** An e-mail address on a line: where it stands, as it stands there, and as it is written to. */
type Mail = { from: number; to: number; address: string }

/** Finds e-mail addresses, also those written "info [at] example dot org" or only linked. */
export function findEmails(lines: Line[], site: string): Finding[] {
  const found: Finding[] = []
  for (const line of lines) {
    const mails = mailsIn(line.text)
    for (const link of line.block.links) {
      const address = mailTo(link.url)
      if (!address || link.text === '' || mails.some((mail) => mail.address.toLowerCase() === address.toLowerCase())) continue
      const at = line.text.indexOf(link.text)
      if (at >= 0) mails.push({ from: at, to: at + link.text.length, address })
    }
    for (const mail of mails) {
      const [from, to] =
        partsOf(line.text).find(([start, end]) => mail.from >= start && mail.to <= end && end - start < 160) ?? sentenceAround(line.text, mail.from, mail.to)
      const context = tellingPath(line)
      const kind = kindOf(line.text.slice(Math.max(0, mail.from - 40), mail.from), mail.address, context.at(-1) ?? '')
      const sentence = line.text.slice(from, to)
      const words = sentence.replace(line.text.slice(mail.from, mail.to), ' ').match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0
      const place = context.at(-1) ?? ''
      const filler =
        /^(?:info|mail|name|you|your|user|email|someone)@(?:domain|yourdomain|website|email|yourcompany|mysite)\./i.test(mail.address) &&
        !site.includes(mail.address.split('@')[1] ?? ' ')
      found.push({
        kind: 'fact',
        path: [...context, kind],
        text: words >= 4 && sentence.includes(mail.address) ? sentence.trim() : `${kind}: ${mail.address}${place ? ` (${place})` : ''}`,
        label: 'email',
        value: mail.address,
        start: line.start + from,
        end: line.start + to,
        trust: filler ? 0.2 : 0.93,
        types: [],
      })
    }
  }
  return found
}

/** Finds the e-mail addresses in a text, in time proportional to its length. */
export function mailsIn(text: string): Mail[] {
  const found: Mail[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at
    while (from > 0 && at - from < 64 && local.test(text[from - 1] ?? '')) from--
    while (from < at && /[.%+-]/.test(text[from] ?? '')) from++
    const host = domain.exec(text.slice(at + 1, at + 220))?.[0]
    if (from < at && host && !/\.(?:png|jpe?g|gif|webp|svg|css|js)$/i.test(host))
      found.push({ from, to: at + 1 + host.length, address: text.slice(from, at + 1 + host.length) })
  }
  if (/\b(?:at|dot)\b|[[({]\s?@/i.test(text) && text.length < 4000) {
    for (const pattern of [bracketed, spoken]) {
      for (const match of text.matchAll(pattern)) {
        const host = (match[2] ?? '').replace(/\s?[[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\s+dot\s+|\s?\.\s?/gi, '.')
        const address = `${match[1]}@${host}`
        if (/\.[a-z]{2,24}$/i.test(host) && !found.some((mail) => mail.address === address))
          found.push({ from: match.index, to: match.index + match[0].length, address })
      }
    }
  }
  return found
}

/** The address a `mailto:` link writes to, or empty. */
function mailTo(url: string): string {
  if (!url.startsWith('mailto:')) return ''
  const raw = url.slice(7).split('?')[0] ?? ''
  try {
    const address = decodeURIComponent(raw).trim()
    return /^[^\s@,;]{1,64}@[^\s@,;]{3,190}$/.test(address) ? address : ''
  } catch {
    return ''
  }
}

function kindOf(lead: string, address: string, heading: string): string {
  const near = `${lead} ${address.split('@')[0]} ${heading}`.toLowerCase()
  if (/\bsales\b/.test(near)) return 'Sales email'
  if (/support|help|care\b|service@/.test(near)) return 'Support email'
  if (/career|job|\bhr\b|recruit/.test(near)) return 'Careers email'
  if (/book|reserv|appoint/.test(near)) return 'Bookings email'
  if (/billing|account|invoice|payment/.test(near)) return 'Billing email'
  if (/press|media/.test(near)) return 'Press email'
  return 'Email'
}
