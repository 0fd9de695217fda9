import type { Finding } from '../finding.ts'
import type { PageText } from '../page-text.ts'
import type { Placed } from '../outline.ts'
import type { PageHead } from '../page-head.ts'
import type { Statement } from '../structured-data.ts'
import type { Subject } from '../subject.ts'
import { findAddresses } from './address.ts'
import { findEmails } from './email.ts'
import { linesIn } from './line.ts'
import { findLinks } from './link-facts.ts'
import { findHours } from './opening-hours.ts'
import { findPeople } from './person.ts'
import { countryOf, findPhones } from './phone.ts'
import { findPrices } from './price.ts'
import { findRegistrations } from './registration.ts'
import { findSentences } from './sentence-facts.ts'

/** What facts are read from. */
export type FactSource = { placed: Placed[]; statements: Statement[]; text: PageText; head: PageHead; url: string; subject: Subject; profiles: string[] }

/** Reads labelled facts: how to reach the business, when it is open, what things cost, who is who, its promises and numbers. */
export function readFacts({ placed, statements, text, head, url, subject, profiles }: FactSource): Finding[] {
  const lines = linesIn(placed, subject)
  const address = new URL(url)
  const found = [
    ...findPhones(lines, countryOf(url, text.whole)),
    ...findEmails(lines, address.hostname),
    ...findAddresses(lines),
    ...findHours(lines),
    ...findPrices(lines),
    ...findSentences(lines),
    ...findRegistrations(lines),
    ...findPeople(lines),
    ...findLinks(lines, profiles, address.hostname),
    ...stated(statements, text.whole),
  ]
  if (head.description.length > 30)
    found.push(
      located(
        {
          kind: 'fact',
          path: [subject.site, 'Description'],
          label: 'description',
          value: null,
          text: head.description,
          start: -1,
          end: -1,
          trust: 0.62,
          types: [],
        },
        text.whole,
      ),
    )
  const slogan = sloganOf(head, subject)
  if (slogan)
    found.push(
      located(
        { kind: 'fact', path: [subject.site, 'Slogan'], label: 'slogan', value: slogan, text: slogan, start: -1, end: -1, trust: 0.6, types: [] },
        text.whole,
      ),
    )
  return found.map((finding) => (finding.start < 0 ? located(finding, text.whole) : finding)).filter((finding) => finding.end > finding.start)
}

function stated(statements: Statement[], text: string): Finding[] {
  return statements.map(({ type, label, path, value, line, said }) =>
    located(
      {
        kind: label === 'question' ? 'question' : 'fact',
        path,
        label: label === 'question' ? null : label,
        value: label === 'question' ? null : value,
        text: said,
        start: -1,
        end: -1,
        trust: 0.9,
        types: [type],
      },
      text,
      line,
    ),
  )
}

/** Finds where a fact is said on the page: its value if it is there, else the line that states it. */
function located(finding: Finding, text: string, line = finding.value ?? finding.text): Finding {
  for (const words of [finding.value ?? '', line, finding.text]) {
    const at = words.length > 3 ? text.indexOf(words) : -1
    if (at >= 0) return { ...finding, start: at, end: at + words.length }
  }
  return finding
}

/** What a home page's title says besides the name: "S V Cabs - Round the Clock". */
function sloganOf(head: PageHead, subject: Subject): string | null {
  if (subject.path.length > 0 || !subject.site) return null
  const heading = subject.name.toLowerCase()
  const parts = head.title.split(/\s+[|–—»•·]\s*|\s+-\s+/).map((part) => part.trim())
  const rest = parts.filter(
    (part) => part.toLowerCase() !== subject.site.toLowerCase() && part.toLowerCase() !== heading && !/^(?:home|homepage|welcome)\b/i.test(part),
  )
  return parts.length === 2 && rest.length === 1 && rest[0] && rest[0].length >= 8 && rest[0].length <= 80 && /\s/.test(rest[0]) ? rest[0] : null
}
